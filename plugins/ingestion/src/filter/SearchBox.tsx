import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 400;

type SearchBoxProps = {
  label: string;
  value: string;
  onChange(value: string): void;
};

/** A search field that asks once the typing pauses, at once on Enter or clearing. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const asked = useRef(value);

  useEffect(() => {
    asked.current = value;
    setText(value);
  }, [value]);

  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  const ask = (next: string) => {
    if (next.trim() !== asked.current) {
      asked.current = next.trim();
      latest.current(next.trim());
    }
  };

  useEffect(() => {
    const timer = setTimeout(() => {
      if (text.trim() !== asked.current) {
        asked.current = text.trim();
        latest.current(text.trim());
      }
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <SearchField
      size="small"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={setText}
      onSubmit={ask}
      onClear={() => ask('')}
    />
  );
}
