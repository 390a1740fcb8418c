import {
  Membership,
  MEMBER_STATUSES,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  formatCount,
  LivePanel,
  OwnerChip,
  PanelEmpty,
  PersonChip,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import { Card } from '../../parts';
import { ROLE_WORDS } from '../../words';
import { useTeamMemberships } from '../teamData';
import styles from '../team.module.css';

function byPlatform(
  members: Membership[],
): [string | undefined, Membership[]][] {
  const refs = [...new Set(members.map(({ platformRef }) => platformRef))];
  return refs.map(ref => [
    ref,
    members.filter(({ platformRef }) => platformRef === ref),
  ]);
}

function shareWords({ allocationPct }: Membership): string {
  return allocationPct === undefined ? '' : ` · ${allocationPct} %`;
}

/** Who is in the team, by the platform that they come from. */
export function MembersCard(props: { teamRef: string; children?: ReactNode }) {
  const live = useTeamMemberships(props.teamRef);
  return (
    <Card title="Members by platform">
      <LivePanel
        live={live}
        subject="Members"
        height={160}
        forbidden={<TeamsForbidden what="members" />}
      >
        {({ items, totalAllocationPct }) => {
          const members = items.filter(({ status }) =>
            MEMBER_STATUSES.includes(status),
          );
          return members.length === 0 ? (
            <PanelEmpty title="Nobody has joined yet">
              People join by their own yes.
            </PanelEmpty>
          ) : (
            <>
              <p className={styles.quiet}>
                {formatCount(members.length, 'person', 'people')}
                {totalAllocationPct !== undefined &&
                  ` · agreed time adds up to ${totalAllocationPct / 100} of a post`}
              </p>
              <div className={styles.halves}>
                {byPlatform(members).map(([platformRef, people]) => (
                  <div key={platformRef ?? ''} className={styles.list}>
                    <div className={styles.between}>
                      {platformRef ? (
                        <OwnerChip entityRef={platformRef} />
                      ) : (
                        'Platform not known'
                      )}
                      <span>{people.length}</span>
                    </div>
                    {people.map(member => (
                      <div key={member.id} className={styles.between}>
                        <PersonChip entityRef={member.userRef} />
                        <span className={styles.quiet}>
                          {ROLE_WORDS[member.role]}
                          {shareWords(member)}
                        </span>
                      </div>
                    ))}
                  </div>
                ))}
              </div>
            </>
          );
        }}
      </LivePanel>
      {props.children}
    </Card>
  );
}
