import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { TextLink } from '@synchrony/ui';
import { Card } from '../../parts';
import { EntitiesPanel } from './EntitiesPanel';

const MOST_SHOWN = 6;

/** The first entities in scope. */
export function EntitiesCard(props: { team: Team }) {
  return (
    <Card
      title="Entities in scope"
      action={<TextLink href="?tab=entities">All entities</TextLink>}
    >
      <EntitiesPanel team={props.team} most={MOST_SHOWN} />
    </Card>
  );
}
