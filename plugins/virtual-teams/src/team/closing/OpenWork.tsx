import { Team } from '@synchrony/backstage-plugin-virtual-teams-common';
import { Card } from '../../parts';
import styles from '../team.module.css';

/** What has to be done before the team can be archived. */
export function OpenWork(props: { team: Team }) {
  const obstacles = props.team.obstacles.filter(
    ({ action }) => action === 'archive',
  );
  return (
    <Card title="Before it is archived">
      {obstacles.length > 0 ? (
        <ul className={styles.plain} aria-label="Still open">
          {obstacles.map(({ guard, message }) => (
            <li key={guard}>{message}</li>
          ))}
        </ul>
      ) : (
        <p>
          {props.team.actions.includes('archive')
            ? 'Nothing is left to do.'
            : 'The lead or a deputy sees what is left to do.'}
        </p>
      )}
    </Card>
  );
}
