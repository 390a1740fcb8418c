import { TeamMilestone } from '@synchrony/backstage-plugin-virtual-teams-common';
import { dayWords } from '../../words';
import styles from '../team.module.css';

/** Days that lie ahead. */
export function Ahead(props: { milestones: TeamMilestone[] }) {
  const { milestones } = props;
  return milestones.length === 0 ? (
    <p className={styles.quiet}>No day is set.</p>
  ) : (
    <ol className={styles.list} aria-label="Ahead">
      {milestones.map(({ kind, on, title }) => (
        <li key={`${on} ${kind} ${title}`}>
          <strong>{dayWords(on)}</strong> {title}
        </li>
      ))}
    </ol>
  );
}
