import { Button } from '@backstage/ui';
import { TeamSummary } from '@synchrony/backstage-plugin-virtual-teams-common';
import { LivePanel, OwnerChip } from '@synchrony/ui';
import { useState } from 'react';
import { useTeam } from '../../api';
import { PlatformChips, TeamLink } from '../parts';
import { TeamsForbidden } from '../TeamsForbidden';
import styles from '../directory.module.css';

function Outcome({ teamRef }: { teamRef: string }) {
  const live = useTeam(teamRef);
  return (
    <LivePanel
      live={live}
      subject="Outcome"
      height={120}
      forbidden={<TeamsForbidden what="this team" />}
    >
      {({ outcomeRecord }) =>
        outcomeRecord ? (
          <>
            <p className={styles.line}>{outcomeRecord.summary}</p>
            {outcomeRecord.stillOpen && (
              <p className={styles.line}>
                What stayed open: {outcomeRecord.stillOpen}
              </p>
            )}
            <p className={styles.line}>
              Handed over to{' '}
              <OwnerChip entityRef={outcomeRecord.handoverOwnerRef} />
            </p>
            <ul className={styles.list} aria-label="What it left behind">
              {outcomeRecord.artefacts.map(({ title, url }) => (
                <li key={url}>
                  <a
                    className={styles.anchor}
                    href={url}
                    target="_blank"
                    rel="noopener noreferrer"
                  >
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className={styles.quiet}>No outcome was written down.</p>
        )
      }
    </LivePanel>
  );
}

/** A team that is over, with what came of it on demand. */
export function ArchivedTeam({ team }: { team: TeamSummary }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <article aria-label={team.title}>
        <TeamLink teamRef={team.teamRef} title={team.title} />
        <p className={styles.line}>{team.outcome}</p>
        <PlatformChips refs={team.platformRefs} />
        {isOpen && <Outcome teamRef={team.teamRef} />}
      </article>
      <Button
        size="small"
        variant="secondary"
        aria-expanded={isOpen}
        aria-label={`Outcome and handover of ${team.title}`}
        onPress={() => setOpen(!isOpen)}
      >
        Outcome and handover
      </Button>
    </li>
  );
}
