import { Select } from '@backstage/ui';

/** Chooses one of a fixed set of values by its words. */
export function Choice<T extends string>(props: {
  label: string;
  words: Partial<Record<T, string>>;
  ids: readonly T[];
  value: T;
  onChange: (value: T) => void;
}) {
  const { ids, label, onChange, value, words } = props;
  return (
    <Select
      label={label}
      size="small"
      options={ids.map(id => ({ id, label: words[id] ?? id }))}
      value={value}
      onChange={key => onChange(ids.find(id => id === key) ?? value)}
    />
  );
}
