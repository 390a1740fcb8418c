import { Finding } from '@synchrony/backstage-plugin-ingestion-common';
import { useMemo, useRef, useState } from 'react';

/** Findings that are ticked, of those on screen that the reader may triage. */
export interface Selection {
  selected: Finding[];
  has(id: string): boolean;
  /** `range` ticks all from the one that was touched last. */
  toggle(id: string, range: boolean): void;
  /** Ticks all of these, or none if all are ticked already. */
  toggleAll(findings: Finding[]): void;
  clear(): void;
}

/** What leaves the screen is not selected any more. */
export function useSelection(shown: Finding[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string>();
  return useMemo(() => {
    const selectable = shown.filter(({ mayTriage }) => mayTriage);
    const change = (changed: Finding[], isOn: boolean) => {
      const next = new Set(ids);
      for (const { id } of changed) {
        if (isOn) {
          next.add(id);
        } else {
          next.delete(id);
        }
      }
      setIds(next);
    };
    const between = (from: string | undefined, to: string) => {
      const ends = [from, to].map(end =>
        selectable.findIndex(({ id }) => id === end),
      );
      return ends.includes(-1)
        ? selectable.filter(({ id }) => id === to)
        : selectable.slice(Math.min(...ends), Math.max(...ends) + 1);
    };
    return {
      selected: selectable.filter(({ id }) => ids.has(id)),
      has: id => ids.has(id),
      toggle: (id, range) => {
        change(between(range ? anchor.current : undefined, id), !ids.has(id));
        anchor.current = id;
      },
      toggleAll: findings => {
        const triageable = findings.filter(({ mayTriage }) => mayTriage);
        change(triageable, !triageable.every(({ id }) => ids.has(id)));
      },
      clear: () => setIds(new Set()),
    };
  }, [ids, shown]);
}
