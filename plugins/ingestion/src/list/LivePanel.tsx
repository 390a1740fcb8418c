import {
  ChangeAnnouncement,
  LiveData,
  PanelError,
  PanelLoading,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { isForbidden } from '../api';
import styles from './list.module.css';

type LivePanelProps = {
  live: LiveData<unknown>;
  /** Whether there is something to show. */
  hasContent: boolean;
  forbidden: ReactNode;
  children: ReactNode;
};

/** Live findings in every state that loading them can be in. */
export function LivePanel(props: LivePanelProps) {
  const { children, forbidden, hasContent, live } = props;
  if (live.error && isForbidden(live.error)) {
    return <>{forbidden}</>;
  }
  if (live.error) {
    return (
      <div className={styles.pad}>
        <PanelError
          title="Findings unavailable"
          error={live.error}
          failedAt={live.failedAt ?? new Date()}
          lastGoodAt={live.loadedAt}
          retrySeconds={live.retrySeconds}
          isRetrying={live.isLoading}
          onRetry={live.reload}
        >
          {hasContent && children}
        </PanelError>
      </div>
    );
  }
  return (
    <>
      <ChangeAnnouncement changes={live.changes} message="Findings updated" />
      {hasContent ? children : <PanelLoading what="findings" height={360} />}
    </>
  );
}
