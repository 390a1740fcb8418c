import { TeamOutcome } from '@synchrony/backstage-plugin-virtual-teams-common';
import { OwnerChip } from '@synchrony/ui';
import { dayWords } from '../../words';
import styles from '../team.module.css';

/** What the team has left behind, to read. */
export function OutcomeRecord(props: { outcome: TeamOutcome }) {
  const { artefacts, handoverOwnerRef, recordedAt, stillOpen, story, summary } =
    props.outcome;
  return (
    <>
      <p className={styles.text}>{summary}</p>
      {stillOpen && (
        <>
          <h4>What is left</h4>
          <p className={styles.text}>{stillOpen}</p>
        </>
      )}
      <h4>Handed over to</h4>
      <OwnerChip entityRef={handoverOwnerRef} />
      {artefacts.length > 0 && (
        <>
          <h4>What was made</h4>
          <ul className={styles.plain}>
            {artefacts.map(({ title, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {story && (
        <>
          <h4>Story, a first draft</h4>
          <p className={styles.text}>{story}</p>
        </>
      )}
      <p className={styles.quiet}>Written down on {dayWords(recordedAt)}</p>
    </>
  );
}
