import { Select } from '@backstage/ui';

const ANY = 'any';

/** Chooses one value of a filter, or any. */
export function FacetSelect(props: {
  label: string;
  options: { value: string; label: string; count?: number }[];
  value?: string;
  anyLabel?: string;
  onChange: (value: string | undefined) => void;
}) {
  const { anyLabel = 'Any', label, onChange, options, value } = props;
  const known = options.some(option => option.value === value);
  return (
    <Select
      label={label}
      size="small"
      options={[
        { id: ANY, label: anyLabel },
        ...(value && !known ? [{ id: value, label: value }] : []),
        ...options.map(option => ({
          id: option.value,
          label:
            option.count === undefined
              ? option.label
              : `${option.label} (${option.count})`,
        })),
      ]}
      value={value ?? ANY}
      onChange={key => onChange(key === ANY ? undefined : String(key))}
    />
  );
}
