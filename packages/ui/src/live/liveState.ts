import { toError } from '@backstage/errors';

/** What is known of data that is kept current. @public */
export interface LiveState<T> {
  key: string;
  isLoading: boolean;
  /** The last good value. */
  value?: T;
  /** When the last good value was loaded. */
  loadedAt?: Date;
  /** Why the last try failed; undefined after a success. */
  error?: Error;
  failedAt?: Date;
  /** How often a value was replaced by another one. */
  changes: number;
}

/** What happens to {@link LiveState}. */
export type LiveEvent<T> =
  | { type: 'started'; key: string }
  | { type: 'loaded'; key: string; value: T; at: Date }
  | { type: 'failed'; key: string; error: unknown; at: Date };

/** Nothing is known yet. */
export function initialLiveState<T>(key: string): LiveState<T> {
  return { key, isLoading: true, changes: 0 };
}

function isSame<T>(left: T | undefined, right: T): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The next state; an unchanged value keeps its identity. */
export function liveStateReducer<T>(
  previous: LiveState<T>,
  event: LiveEvent<T>,
): LiveState<T> {
  const state =
    previous.key === event.key ? previous : initialLiveState<T>(event.key);
  switch (event.type) {
    case 'started':
      return { ...state, isLoading: true };
    case 'loaded': {
      const isFirst = state.loadedAt === undefined;
      const unchanged = !isFirst && isSame(state.value, event.value);
      return {
        key: state.key,
        isLoading: false,
        value: unchanged ? state.value : event.value,
        loadedAt: event.at,
        changes: state.changes + (isFirst || unchanged ? 0 : 1),
      };
    }
    default:
      return {
        ...state,
        isLoading: false,
        error: toError(event.error),
        failedAt: event.at,
      };
  }
}
