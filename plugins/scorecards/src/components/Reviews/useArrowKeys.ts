import { useEffect, useRef } from 'react';

/** Where arrow keys mean something of their own. */
const OWN_KEYS = [
  'input',
  'textarea',
  'select',
  '[contenteditable]',
  ...[
    'combobox',
    'dialog',
    'grid',
    'listbox',
    'menu',
    'radiogroup',
    'slider',
    'tablist',
    'toolbar',
  ].map(role => `[role="${role}"]`),
].join(', ');

function isTaken(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    event.defaultPrevented ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    document.querySelector('[role="dialog"]') !== null ||
    (target instanceof Element && target.closest(OWN_KEYS) !== null)
  );
}

/** Steps by the left and right arrow key, but not while somebody types. */
export function useArrowKeys(steps: {
  onPrevious?: () => void;
  onNext?: () => void;
}): void {
  const current = useRef(steps);
  useEffect(() => {
    current.current = steps;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) {
        return;
      }
      if (event.key === 'ArrowLeft') {
        current.current.onPrevious?.();
      } else if (event.key === 'ArrowRight') {
        current.current.onNext?.();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
