import { KeyboardEvent } from 'react';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and Down move between the findings of a table, Enter opens the one in focus. */
export function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const rows = event.currentTarget.closest('table');
  const step = STEPS[event.key];
  if (!rows || !step) {
    return;
  }
  const buttons = [...rows.querySelectorAll<HTMLElement>('[data-finding]')];
  const next = buttons[buttons.indexOf(event.currentTarget) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
