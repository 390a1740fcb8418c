import { Select } from '@backstage/ui';
import { FindingsFilter } from './findingsFilter';

const ANY = 'any';
const CHOSEN = 'chosen';
const DAY_MS = 24 * 60 * 60 * 1000;
const LATELY = [7, 30, 90];

/** The first of so many days, today included, UTC. */
function firstOfLast(days: number): string {
  const first = new Date(Date.now() - (days - 1) * DAY_MS);
  return first.toISOString().slice(0, 10);
}

type FirstSeenSelectProps = {
  filter: FindingsFilter;
  onChange(change: Partial<FindingsFilter>): void;
};

/** Narrows to what is new. */
export function FirstSeenSelect({ filter, onChange }: FirstSeenSelectProps) {
  const { firstSeenFrom, firstSeenTo } = filter;
  const isAny = firstSeenFrom === undefined && firstSeenTo === undefined;
  const lately = LATELY.find(
    days => firstSeenTo === undefined && firstSeenFrom === firstOfLast(days),
  );
  const isChosen = !isAny && lately === undefined;
  return (
    <Select
      aria-label="First seen"
      options={[
        { id: ANY, label: 'First seen any time' },
        ...LATELY.map(days => ({
          id: String(days),
          label: `New in the last ${days} days`,
        })),
        ...(isChosen ? [{ id: CHOSEN, label: 'First seen then' }] : []),
      ]}
      value={isChosen ? CHOSEN : String(lately ?? ANY)}
      onChange={key => {
        const days = LATELY.find(some => String(some) === key);
        if (key !== CHOSEN) {
          onChange({
            firstSeenFrom: days === undefined ? undefined : firstOfLast(days),
            firstSeenTo: undefined,
          });
        }
      }}
    />
  );
}
