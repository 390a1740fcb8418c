import { Select } from '@backstage/ui';
import { FindingsFilter } from './findingsFilter';

const ANY = 'any';
const KEV = 'kev';
/** Likelihoods of exploitation within 30 days that people choose from. */
const THRESHOLDS = [0.1, 0.5, 0.9];

type ThreatSelectProps = {
  filter: FindingsFilter;
  onChange(change: Partial<FindingsFilter>): void;
};

/** Narrows to what is exploited, or likely to be. */
export function ThreatSelect({ filter, onChange }: ThreatSelectProps) {
  const { epssAtLeast, kev } = filter;
  const thresholds = [...new Set([...THRESHOLDS, epssAtLeast ?? 0.1])].sort(
    (one, other) => one - other,
  );
  const likely = epssAtLeast === undefined ? ANY : String(epssAtLeast);
  return (
    <Select
      aria-label="Threat"
      options={[
        { id: ANY, label: 'Any threat' },
        { id: KEV, label: 'Known exploited (KEV)' },
        ...thresholds.map(share => ({
          id: String(share),
          label: `EPSS ${share} or more`,
        })),
      ]}
      value={kev ? KEV : likely}
      onChange={key =>
        onChange({
          kev: key === KEV,
          epssAtLeast: thresholds.find(share => String(share) === key),
        })
      }
    />
  );
}
