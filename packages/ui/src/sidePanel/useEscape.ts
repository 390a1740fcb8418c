import { useEffect, useRef } from 'react';

/**
 * Calls back on Escape, wherever the focus is, unless something nearer to it
 * (a menu, a search field with text) used the key for itself.
 */
export function useEscape(onEscape: () => void): void {
  const callback = useRef(onEscape);
  useEffect(() => {
    callback.current = onEscape;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        callback.current();
      }
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
