import { Skeleton } from '@backstage/ui';
import { PanelLoading } from '@synchrony/ui';
import styles from './ScorecardContent.module.css';

/** The scorecard while it loads. */
export function ScorecardSkeleton() {
  return (
    <PanelLoading what="the scorecard" height={640}>
      <Skeleton width="50%" height={30} />
      <div className={styles.stages}>
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} width="100%" height={78} />
        ))}
      </div>
      <Skeleton width="100%" height={480} />
    </PanelLoading>
  );
}
