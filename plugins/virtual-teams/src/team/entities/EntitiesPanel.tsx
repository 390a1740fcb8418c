import {
  Team,
  TeamEntities,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty, PanelPartial } from '@synchrony/ui';
import { ReactNode } from 'react';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import { useTeamEntities } from '../teamData';
import { EntityTable } from './EntityTable';

/** Entities in scope in every state, with what could not be asked. */
export function EntitiesPanel(props: {
  team: Team;
  most?: number;
  children?: (entities: TeamEntities) => ReactNode;
}) {
  const { children, most, team } = props;
  const live = useTeamEntities(team.teamRef);
  return (
    <LivePanel
      live={live}
      subject="Entities"
      height={200}
      forbidden={<TeamsForbidden what="entities of teams" />}
    >
      {entities =>
        entities.items.length === 0 ? (
          <PanelEmpty title="Nothing in scope that you can see">
            The lead adds components, systems, APIs and resources.
          </PanelEmpty>
        ) : (
          <>
            {entities.missing.length > 0 && (
              <PanelPartial>
                Could not be asked: {entities.missing.join(', ')}. What they
                know is unknown here, not absent.
              </PanelPartial>
            )}
            {children?.(entities)}
            <EntityTable
              team={team}
              entities={entities.items.slice(0, most)}
              onChanged={live.reload}
            />
          </>
        )
      }
    </LivePanel>
  );
}
