import { LiveData } from '@synchrony/ui';
import { useRef } from 'react';

/** What is loaded, or what was before it while something else loads. */
export function useKept<T>(live: LiveData<T>): { shown?: T; isStale: boolean } {
  const last = useRef<T>();
  if (live.value !== undefined) {
    last.current = live.value;
  }
  return {
    shown: live.error ? live.value : (live.value ?? last.current),
    isStale: live.value === undefined && live.error === undefined,
  };
}
