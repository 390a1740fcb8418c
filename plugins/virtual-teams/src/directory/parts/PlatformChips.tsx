import { RiStackLine } from '@remixicon/react';
import { EntityTitle } from './EntityTitle';
import styles from './parts.module.css';

const MOST_SHOWN = 3;

/** The platforms of a team by name, the first few of them. */
export function PlatformChips(props: { refs: string[] }) {
  const more = props.refs.length - MOST_SHOWN;
  return (
    <ul className={styles.platforms} aria-label="Platforms">
      {props.refs.slice(0, MOST_SHOWN).map(ref => (
        <li key={ref}>
          <RiStackLine size={12} aria-hidden="true" />
          <EntityTitle entityRef={ref} />
        </li>
      ))}
      {more > 0 && <li>+{more}</li>}
    </ul>
  );
}
