import { Skeleton } from '@backstage/ui';
import styles from './states.module.css';

/**
 * The shape of cards that are loading, for pages that are not in a card
 * themselves.
 *
 * @public
 */
export function CardSkeletons(props: { count: number }) {
  return (
    <div className={styles.cards}>
      {Array.from({ length: props.count }, (_, index) => (
        <div key={index} className={styles.card}>
          <Skeleton width="45%" height={18} />
          <Skeleton width="100%" height={14} />
          <Skeleton width="80%" height={14} />
          <Skeleton width="60%" height={14} />
        </div>
      ))}
    </div>
  );
}
