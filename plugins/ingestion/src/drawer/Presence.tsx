import { FindingDetail } from '@synchrony/backstage-plugin-ingestion-common';
import { RelativeTime } from '@synchrony/ui';
import { Section } from './Section';
import styles from './drawer.module.css';

/** In which scans it is there, and in which no longer. */
export function Presence(props: { presence: FindingDetail['presence'] }) {
  if (props.presence.length === 0) {
    return null;
  }
  return (
    <Section title="Seen by">
      <table className={styles.presence}>
        <thead>
          <tr>
            <th scope="col">Scan</th>
            <th scope="col">Branch or place</th>
            <th scope="col">There?</th>
          </tr>
        </thead>
        <tbody>
          {props.presence.map((scope, index) => (
            <tr key={index}>
              <td>
                {scope.tool}
                {scope.category && (
                  <span className={styles.quiet}> · {scope.category}</span>
                )}
              </td>
              <td>
                {[scope.ref, scope.environment].filter(Boolean).join(', ') ||
                  '–'}
              </td>
              <td>
                {scope.present ? 'yes' : 'no'},{' '}
                <RelativeTime at={scope.lastSeenAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
