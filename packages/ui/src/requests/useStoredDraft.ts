import { useState } from 'react';

function read<T extends object>(key: string, empty: T): T {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof stored === 'object' ? { ...empty, ...stored } : empty;
  } catch {
    return empty;
  }
}

function write(key: string, value: object | undefined): void {
  try {
    if (value) {
      sessionStorage.setItem(key, JSON.stringify(value));
    } else {
      sessionStorage.removeItem(key);
    }
  } catch {
    // A browser without storage loses on a reload what was not recorded yet.
  }
}

/**
 * What somebody is writing, kept in the browser's tab, so that a reload loses
 * none of it. Without a key nothing is kept.
 *
 * @public
 */
export function useStoredDraft<T extends object>(
  key: string | undefined,
  empty: T,
): { draft: T; set: (change: Partial<T>) => void; clear: () => void } {
  const [draft, setDraft] = useState(() => (key ? read(key, empty) : empty));
  const keep = (next: T | undefined) => {
    if (key) {
      write(key, next);
    }
    setDraft(next ?? empty);
  };
  return {
    draft,
    set: change => keep({ ...draft, ...change }),
    clear: () => keep(undefined),
  };
}
