import { useEffect, useRef } from 'react';

/** Tells when the time is over until which something can be undone. */
export function useUndoTimer(
  undoUntil: string | undefined,
  onOver: () => void,
): void {
  const latest = useRef(onOver);
  useEffect(() => {
    latest.current = onOver;
  });
  useEffect(() => {
    if (!undoUntil) {
      return undefined;
    }
    const timer = setTimeout(
      () => latest.current(),
      Date.parse(undoUntil) - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [undoUntil]);
}
