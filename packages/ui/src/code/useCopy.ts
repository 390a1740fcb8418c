import { useCallback, useEffect, useState } from 'react';

/** What became of the last copy. @public */
export type CopyState = 'idle' | 'copied' | 'failed';

const SHOWN_MS = 3_000;

/**
 * Copies text to the clipboard and says for a moment what became of it.
 *
 * @public
 */
export function useCopy(text: string): {
  state: CopyState;
  copy: () => Promise<void>;
} {
  const [state, setState] = useState<CopyState>('idle');

  useEffect(() => {
    if (state === 'idle') {
      return undefined;
    }
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = useCallback(async () => {
    try {
      await window.navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // No clipboard outside https and localhost, or no permission for it.
      setState('failed');
    }
  }, [text]);

  return { state, copy };
}
