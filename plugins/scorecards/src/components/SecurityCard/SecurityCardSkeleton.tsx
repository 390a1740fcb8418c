import { Skeleton } from '@backstage/ui';
import { PanelLoading } from '@synchrony/ui';
import styles from './SecurityCard.module.css';

/** The card while it loads, as high as it will be. */
export function SecurityCardSkeleton() {
  return (
    <PanelLoading what="the scorecard" height={400}>
      <Skeleton width="45%" height={12} />
      <div className={styles.top}>
        <Skeleton width={160} height={160} rounded />
        <div className={styles.summary}>
          <Skeleton width="30%" height={30} />
          <Skeleton width="85%" height={12} />
          <Skeleton width="60%" height={12} />
        </div>
      </div>
      <Skeleton width="30%" height={14} />
      <Skeleton width="100%" height={52} />
      <Skeleton width="100%" height={52} />
      <Skeleton width="100%" height={52} />
    </PanelLoading>
  );
}
