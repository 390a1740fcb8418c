import { KeyboardEvent, useState } from 'react';

function placeAfter(
  key: string,
  place: number,
  last: number,
): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, place + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, place - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/**
 * Moves through the points of a chart, from the newest one on: arrow keys, Home
 * and End; Escape puts the point away.
 *
 * @param count - how many points there are
 * @public
 */
export function useChartKeys(count: number) {
  const [chosen, setChosen] = useState<number>();
  const [isRead, setRead] = useState(false);
  const last = count - 1;
  const place = Math.min(chosen ?? last, last);
  const read = (at: number) => {
    setChosen(at);
    setRead(true);
  };
  const leave = () => setRead(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === 'Escape' && isRead) {
      event.preventDefault();
      leave();
      return;
    }
    const next = placeAfter(event.key, place, last);
    if (next !== undefined) {
      event.preventDefault();
      read(next);
    }
  };
  return { place, isRead, read, leave, onKeyDown };
}
