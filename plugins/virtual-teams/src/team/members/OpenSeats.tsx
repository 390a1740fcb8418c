import { TeamSummary } from '@synchrony/backstage-plugin-virtual-teams-common';
import styles from '../team.module.css';

/** Seats that the team is looking for. */
export function OpenSeats(props: { openRoles: TeamSummary['openRoles'] }) {
  return props.openRoles.length > 0 ? (
    <div>
      <h4>Open seats</h4>
      <ul className={styles.plain} aria-label="Open seats">
        {props.openRoles.map(({ id, seatsLeft, title }) => (
          <li key={id}>
            {title}: {seatsLeft} open
          </li>
        ))}
      </ul>
    </div>
  ) : null;
}
