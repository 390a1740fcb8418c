import { Button, Select } from '@backstage/ui';
import {
  CONTROL_TYPES,
  FINDING_ORDERS,
  FINDING_STATUSES,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { severityLabel } from '@synchrony/ui';
import {
  CONTROL_LABELS,
  ORDER_LABELS,
  STATUS_LABELS,
  SUGGESTED_ORDER,
} from '../words';
import { FindingsFilter, isFiltered } from './findingsFilter';
import { SearchBox } from './SearchBox';
import styles from './FilterBar.module.css';

const ANY = 'any';

const SEVERITY_OPTIONS = SEVERITIES.map(id => ({
  id,
  label: severityLabel(id),
}));
const TYPE_OPTIONS = CONTROL_TYPES.map(id => ({
  id,
  label: CONTROL_LABELS[id],
}));
const STATUS_OPTIONS = [
  ...FINDING_STATUSES.map(id => ({ id, label: STATUS_LABELS[id] })),
  { id: 'all', label: 'Any status' },
];
const DUE_OPTIONS = [
  { id: ANY, label: 'Any due date' },
  { id: 'overdue', label: 'Overdue' },
];
const ORDER_OPTIONS = FINDING_ORDERS.map(id => ({
  id,
  label: ORDER_LABELS[id],
}));

type FilterBarProps = {
  filter: FindingsFilter;
  onChange(change: Partial<FindingsFilter>): void;
  onClear(): void;
  /** Tools to choose from. */
  tools: string[];
  /** Whether any text is searched for, or only exact identifiers. */
  isFreeText: boolean;
};

export function FilterBar(props: FilterBarProps) {
  const { filter, onChange, onClear, tools, isFreeText } = props;
  const toolOptions = [
    { id: ANY, label: 'Any tool' },
    ...tools.map(id => ({ id, label: id })),
  ];
  return (
    <div className={styles.bar} role="search" aria-label="Filter findings">
      <div className={styles.search}>
        <SearchBox
          value={filter.q}
          onChange={q => onChange({ q })}
          label={
            isFreeText ? 'Package, rule, path' : 'Exact CVE, rule, package'
          }
        />
      </div>
      <Select
        aria-label="Severity"
        placeholder="Any severity"
        selectionMode="multiple"
        options={SEVERITY_OPTIONS}
        value={filter.severity}
        onChange={keys =>
          onChange({ severity: SEVERITIES.filter(s => keys.includes(s)) })
        }
      />
      <Select
        aria-label="Source"
        placeholder="Any source"
        selectionMode="multiple"
        options={TYPE_OPTIONS}
        value={filter.type}
        onChange={keys =>
          onChange({ type: CONTROL_TYPES.filter(t => keys.includes(t)) })
        }
      />
      <Select
        aria-label="Tool"
        options={toolOptions}
        value={filter.tool ?? ANY}
        onChange={key =>
          onChange({ tool: key === ANY ? undefined : String(key) })
        }
      />
      <Select
        aria-label="Status"
        options={STATUS_OPTIONS}
        value={filter.status}
        onChange={key =>
          onChange({
            status: FINDING_STATUSES.find(status => status === key) ?? 'all',
          })
        }
      />
      <Select
        aria-label="Due"
        options={DUE_OPTIONS}
        value={filter.overdue ? 'overdue' : ANY}
        onChange={key => onChange({ overdue: key === 'overdue' })}
      />
      <div className={styles.order}>
        <Select
          aria-label="Order"
          options={ORDER_OPTIONS}
          value={filter.orderBy}
          onChange={key =>
            onChange({
              orderBy: FINDING_ORDERS.find(order => order === key),
            })
          }
        />
      </div>
      {(filter.orderBy === 'suggested' || isFiltered(filter)) && (
        <div className={styles.notes}>
          {isFiltered(filter) && (
            <Button size="small" variant="tertiary" onPress={onClear}>
              Clear filters
            </Button>
          )}
          {filter.orderBy === 'suggested' && (
            <span className={styles.hint}>
              Suggested order: {SUGGESTED_ORDER}
            </span>
          )}
        </div>
      )}
    </div>
  );
}
