import {
  Membership,
  TeamMemberships,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, PanelEmpty, PanelNotice, PersonChip } from '@synchrony/ui';
import { useMyTeams } from '../../api';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import { Card } from '../../parts';
import type { TeamTabProps } from '../TeamPage';
import { useTeamMemberships } from '../teamData';
import { MemberRow } from './MemberRow';
import { OpenRolesCard } from './OpenRolesCard';
import styles from '../team.module.css';

const GROUPS: { title: string; has: (membership: Membership) => boolean }[] = [
  {
    title: 'Waiting for an answer',
    has: ({ status }) => status === 'invited' || status === 'requested',
  },
  {
    title: 'In the team',
    has: ({ status }) => status === 'active' || status === 'leaving',
  },
  {
    title: 'Past',
    has: ({ status }) => status === 'left' || status === 'closed',
  },
];

function OverAllocated(props: { memberships: TeamMemberships }) {
  return (
    <>
      {props.memberships.overAllocated.map(({ limitPct, ref, totalPct }) => (
        <PanelNotice key={ref} tone="info">
          <div className={styles.row}>
            Worth a talk: <PersonChip entityRef={ref} /> has agreed to{' '}
            {totalPct} % in all; the limit is {limitPct} %. Nothing is blocked.
          </div>
        </PanelNotice>
      ))}
    </>
  );
}

/** Everybody whom the reader may see in the team, and the open roles. */
export function MembersTab(props: TeamTabProps) {
  const { team } = props;
  const live = useTeamMemberships(team.teamRef);
  const me = useMyTeams().value?.userRef;
  const onChanged = () => {
    live.reload();
    props.onChanged();
  };
  return (
    <>
      <LivePanel
        live={live}
        subject="Members"
        height={240}
        forbidden={<TeamsForbidden what="members" />}
      >
        {memberships => (
          <>
            <OverAllocated memberships={memberships} />
            {memberships.items.length === 0 && (
              <PanelEmpty title="Nobody has joined yet" />
            )}
            {GROUPS.map(({ has, title }) => {
              const rows = memberships.items.filter(has);
              return rows.length > 0 ? (
                <Card key={title} title={title}>
                  <ul className={styles.list} aria-label={title}>
                    {rows.map(membership => (
                      <MemberRow
                        key={membership.id}
                        membership={membership}
                        team={team}
                        isMe={membership.userRef === me}
                        onChanged={onChanged}
                      />
                    ))}
                  </ul>
                </Card>
              ) : null;
            })}
          </>
        )}
      </LivePanel>
      <OpenRolesCard team={team} onChanged={onChanged} />
    </>
  );
}
