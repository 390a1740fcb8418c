import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { JsonObject } from '@backstage/types';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { initialLiveState, LiveState, liveStateReducer } from './liveState';
import { startLiveLoop } from './startLiveLoop';
import { withTimeout } from './withTimeout';

const TIMEOUT_MS = 10_000;
const POLL_MS = 60_000;
const RETRY_MS = 20_000;

/** @public */
export interface LiveDataOptions<T> {
  /** Names what is loaded; another key starts over. */
  key: string;
  load: () => Promise<T>;
  /** Channel whose signals say "look now". */
  channel?: string;
  /** Which signals concern this data; by default every one of the channel. */
  concerns?: (message: JsonObject) => boolean;
  /** How often to look without a signal; signals are only hints. */
  pollMs?: number;
  /** How long to wait after a failure until the next try. */
  retryMs?: number;
  /** Least time from one look to the next one that a signal causes. */
  signalGapMs?: number;
}

/** @public */
export interface LiveData<T> extends LiveState<T> {
  /** Whether a request is under way. */
  isLoading: boolean;
  /** Looks now. */
  reload: () => void;
  /** Seconds between tries after a failure. */
  retrySeconds: number;
}

/**
 * Loads data and keeps it current: looks again on a signal, at intervals, and
 * when the page comes back into view. A failure keeps the last good value with
 * its time and is retried. Data that did not change keeps its identity, so
 * nothing flickers.
 *
 * @public
 */
export function useLiveData<T>(options: LiveDataOptions<T>): LiveData<T> {
  const { key, channel, signalGapMs = 0 } = options;
  const { pollMs = POLL_MS, retryMs = RETRY_MS } = options;
  const signals = useApiHolder().get(signalApiRef);
  const [state, dispatch] = useReducer(
    liveStateReducer<T>,
    key,
    initialLiveState<T>,
  );
  const current = useRef(options);
  useEffect(() => {
    current.current = options;
  });
  const run = useRef<() => void>(() => undefined);

  useEffect(() => {
    let stopped = false;
    const look = async (): Promise<boolean> => {
      dispatch({ type: 'started', key });
      try {
        const value = await withTimeout(current.current.load(), TIMEOUT_MS);
        if (!stopped) {
          dispatch({ type: 'loaded', key, value, at: new Date() });
        }
        return true;
      } catch (error) {
        if (!stopped) {
          dispatch({ type: 'failed', key, error, at: new Date() });
        }
        return false;
      }
    };
    const loop = startLiveLoop({ look, pollMs, retryMs, signalGapMs });
    run.current = loop.lookNow;

    const onVisible = () => {
      if (document.visibilityState === 'visible') {
        loop.lookNow();
      }
    };
    document.addEventListener('visibilitychange', onVisible);
    const subscription = channel
      ? signals?.subscribe(channel, message => {
          if (current.current.concerns?.(message) ?? true) {
            loop.lookSoon();
          }
        })
      : undefined;
    return () => {
      stopped = true;
      loop.stop();
      subscription?.unsubscribe();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [key, channel, signals, pollMs, retryMs, signalGapMs]);

  const reload = useCallback(() => run.current(), []);
  const shown = state.key === key ? state : initialLiveState<T>(key);
  return { ...shown, reload, retrySeconds: retryMs / 1000 };
}
