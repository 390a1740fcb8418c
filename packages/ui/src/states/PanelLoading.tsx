import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './states.module.css';

/** @public */
export interface PanelLoadingProps {
  /** What is loading, e.g. `the scorecard`. */
  what: string;
  /** Height that the panel will have, so that nothing jumps. */
  height: number;
  /** The shape of what comes; three bars by default. */
  children?: ReactNode;
}

/**
 * A panel that is loading, in its final size.
 *
 * @public
 */
export function PanelLoading(props: PanelLoadingProps) {
  const { what, height, children } = props;
  return (
    <div style={{ minHeight: height }}>
      <VisuallyHidden role="status">Loading {what}…</VisuallyHidden>
      <div className={styles.skeleton} aria-hidden="true">
        {children ?? (
          <>
            <Skeleton width="40%" height={16} />
            <Skeleton width="100%" height={40} />
            <Skeleton width="100%" height={40} />
            <Skeleton width="100%" height={40} />
          </>
        )}
      </div>
    </div>
  );
}
