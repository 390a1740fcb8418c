import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { initials } from './initials';
import styles from './people.module.css';

const MOST_SHOWN = 3;

function Face(props: { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(props.entityRef, {
    defaultKind: 'user',
  });
  return (
    <span className={styles.avatar} title={primaryTitle}>
      <span aria-hidden="true">{initials(primaryTitle)}</span>
      <span className={styles.hidden}>{primaryTitle}, </span>
    </span>
  );
}

/** @public */
export interface PeopleStackProps {
  /** A few of them; the first three are drawn. */
  refs: string[];
  /** How many there are. */
  total: number;
}

/**
 * Some of many people, as initials, with the number of all. No links.
 *
 * @public
 */
export function PeopleStack(props: PeopleStackProps) {
  const { refs, total } = props;
  return (
    <span className={styles.stack}>
      {refs.slice(0, MOST_SHOWN).map(ref => (
        <Face key={ref} entityRef={ref} />
      ))}
      <span className={styles.total}>
        {total}
        <span className={styles.hidden}>
          {total === 1 ? ' person' : ' people'} in all
        </span>
      </span>
    </span>
  );
}
