import {
  LiveData,
  PanelError,
  PanelForbidden,
  PanelLoading,
} from '@synchrony/ui';
import { ReactNode } from 'react';
import { isForbidden } from '../../api';

/** What is loaded, or that it is loading, forbidden or failed. */
export function LivePanel<T>(props: {
  live: LiveData<T>;
  /** What it is, e.g. `the progress`. */
  what: string;
  height?: number;
  /** What the right to see it is for. */
  right?: string;
  children: (value: T) => ReactNode;
}) {
  const { live, what, height = 160, right = 'read campaigns' } = props;
  const { error, value } = live;
  const known = value !== undefined && props.children(value);
  if (error && isForbidden(error)) {
    return (
      <PanelForbidden title={`You can't see ${what}.`}>
        Ask the administrators of this portal for the right to {right}.
      </PanelForbidden>
    );
  }
  if (error) {
    return (
      <PanelError
        title={`Can't show ${what}`}
        error={error}
        failedAt={live.failedAt ?? new Date()}
        onRetry={live.reload}
        isRetrying={live.isLoading}
        retrySeconds={live.retrySeconds}
        lastGoodAt={live.loadedAt}
      >
        {known}
      </PanelError>
    );
  }
  return value === undefined ? (
    <PanelLoading what={what} height={height} />
  ) : (
    known
  );
}
