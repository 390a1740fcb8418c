import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  LIVE_TEAM_STATUSES,
  OpenRole,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { formatCount, LivePanel, PanelEmpty, useRequest } from '@synchrony/ui';
import { useState } from 'react';
import { useOpenRoles, virtualTeamsApiRef } from '../../api';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import { Card } from '../../parts';
import { dayWords, LEVEL_WORDS } from '../../words';
import type { TeamTabProps } from '../TeamPage';
import { RoleDialog } from './RoleDialog';
import styles from '../team.module.css';

function facts(role: OpenRole): string {
  return [
    `${role.seatsLeft} of ${formatCount(role.seats, 'seat')} open`,
    role.skillName,
    role.level && `${LEVEL_WORDS[role.level].toLocaleLowerCase('en')} and up`,
    role.allocationPct !== undefined && `${role.allocationPct} %`,
    role.until && `until ${dayWords(role.until)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The seats that the team looks for; whoever leads it adds and closes them. */
export function OpenRolesCard(props: TeamTabProps) {
  const { team } = props;
  const api = useApi(virtualTeamsApiRef);
  const live = useOpenRoles({ teamRef: team.teamRef });
  const [edited, setEdited] = useState<OpenRole | 'new'>();
  const { isBusy, problem, send } = useRequest();
  const mayAdd = team.isLead && LIVE_TEAM_STATUSES.includes(team.status);
  const onDone = () => {
    live.reload();
    props.onChanged();
  };
  const close = (id: string) =>
    send(async () => {
      await api.closeOpenRole(id);
      onDone();
    });
  return (
    <Card
      title="Open roles"
      action={
        mayAdd && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setEdited('new')}
          >
            Add a role
          </Button>
        )
      }
    >
      {problem && <p role="alert">Not closed: {problem.message}</p>}
      <LivePanel
        live={live}
        subject="Open roles"
        height={80}
        forbidden={<TeamsForbidden what="open roles" />}
      >
        {({ items, pageInfo }) => (
          <>
            {items.length === 0 && <PanelEmpty title="No role is open" />}
            <ul className={styles.list} aria-label="Open roles">
              {items.map(role => (
                <li key={role.id} className={styles.between}>
                  <span>
                    <strong>{role.title}</strong>{' '}
                    <span className={styles.quiet}>{facts(role)}</span>
                  </span>
                  {team.isLead && (
                    <span className={styles.row}>
                      <Button
                        size="small"
                        variant="tertiary"
                        aria-label={`Edit ${role.title}`}
                        onPress={() => setEdited(role)}
                      >
                        Edit
                      </Button>
                      <Button
                        size="small"
                        variant="tertiary"
                        aria-label={`Close ${role.title}`}
                        isPending={isBusy}
                        onPress={() => close(role.id)}
                      >
                        Close
                      </Button>
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {pageInfo.nextCursor && (
              <Button size="small" variant="tertiary" onPress={live.showMore}>
                Show more
              </Button>
            )}
          </>
        )}
      </LivePanel>
      {edited && (
        <RoleDialog
          teamRef={team.teamRef}
          role={edited === 'new' ? undefined : edited}
          onDone={onDone}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
}
