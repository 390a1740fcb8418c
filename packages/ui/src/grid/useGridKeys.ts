import { KeyboardEvent, useState } from 'react';

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Moves through the cells of a grid by arrow keys; one of them is a tab stop. A
 * cell says where it is by `data-place="row,column"`.
 *
 * @public
 */
export function useGridKeys() {
  const [current, setCurrent] = useState('0,0');
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const move = MOVES[event.key];
    const from = (event.target as HTMLElement).dataset.place;
    if (!move || !from) {
      return;
    }
    const [row, column] = from.split(',').map(Number);
    const place = `${row + move[0]},${column + move[1]}`;
    const next = event.currentTarget.querySelector<HTMLElement>(
      `[data-place="${place}"]`,
    );
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };
  return { current, setCurrent, onKeyDown };
}
