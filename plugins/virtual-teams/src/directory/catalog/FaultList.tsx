import styles from '../directory.module.css';

/** `spec.virtualTeam.leadRef: There is no such User` in its two parts. */
const PLACE = /^([\w.[\]-]+): (.+)$/s;

/** What is wrong with a file, each with the field in which it stands. */
export function FaultList(props: { label: string; faults: string[] }) {
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.faults.map(fault => {
        const [, place, message] = PLACE.exec(fault) ?? [];
        return (
          <li key={fault}>
            {place ? (
              <>
                <code>{place}</code>: {message}
              </>
            ) : (
              fault
            )}
          </li>
        );
      })}
    </ul>
  );
}
