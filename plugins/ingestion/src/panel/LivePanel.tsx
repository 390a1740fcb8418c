import {
  ChangeAnnouncement,
  LiveData,
  PanelError,
  PanelLoading,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { isForbidden } from '../api';
import styles from './panel.module.css';

type LivePanelProps<T> = {
  live: LiveData<T>;
  /** What is shown, as a subject, e.g. `Findings`. */
  subject: string;
  /** In pixels, while nothing is there yet. */
  height: number;
  forbidden: ReactNode;
  /** Undefined while there is nothing to show; then it counts as loading. */
  children: ReactNode;
};

/** Live data in every state that loading it can be in. */
export function LivePanel<T>(props: LivePanelProps<T>) {
  const { children, forbidden, height, live, subject } = props;
  if (live.error && isForbidden(live.error)) {
    return <div className={styles.pad}>{forbidden}</div>;
  }
  if (live.error) {
    return (
      <div className={styles.pad}>
        <PanelError
          title={`${subject} unavailable`}
          error={live.error}
          failedAt={live.failedAt ?? new Date()}
          lastGoodAt={live.loadedAt}
          retrySeconds={live.retrySeconds}
          isRetrying={live.isLoading}
          onRetry={live.reload}
        >
          {children}
        </PanelError>
      </div>
    );
  }
  return (
    <>
      <ChangeAnnouncement
        changes={live.changes}
        message={`${subject} updated`}
      />
      {children ?? (
        <div className={styles.pad}>
          <PanelLoading
            what={subject.toLocaleLowerCase('en')}
            height={height}
          />
        </div>
      )}
    </>
  );
}
