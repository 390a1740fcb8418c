import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Checkbox, Select } from '@backstage/ui';
import {
  CONTROL_TYPES,
  FINDING_DUES,
  FINDING_ORDERS,
  FINDING_STATUSES,
  FindingFacets,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { ingestionApiRef } from '../api';
import { ORDER_LABELS, SUGGESTED_ORDER } from '../words';
import { ExportMenu } from './ExportMenu';
import { FilterChips } from './FilterChips';
import {
  FindingsFilter,
  isFiltered,
  isGrouped,
  toQuery,
} from './findingsFilter';
import { FirstSeenSelect } from './FirstSeenSelect';
import { SearchBox } from './SearchBox';
import { ThreatSelect } from './ThreatSelect';
import { toOptions } from './toOptions';
import styles from './FilterBar.module.css';

const ANY = 'any';

const ORDER_OPTIONS = FINDING_ORDERS.map(id => ({
  id,
  label: ORDER_LABELS[id],
}));

const GROUP_OPTIONS = [
  { id: 'cause', label: 'Group by cause' },
  { id: 'none', label: 'Do not group' },
];

type FilterBarProps = {
  filter: FindingsFilter;
  onChange(change: Partial<FindingsFilter>): void;
  onClear(): void;
  /** How many findings each choice would leave; absent until it is known. */
  facets?: FindingFacets;
  /** Set when the findings are of one entity: free text, and groups. */
  entityRef?: string;
};

export function FilterBar(props: FilterBarProps) {
  const { filter, onChange, onClear, facets, entityRef } = props;
  const api = useApi(ingestionApiRef);
  const ofEntity = entityRef !== undefined;
  const options = toOptions(facets, filter);
  const grouped = ofEntity && isGrouped(filter);
  return (
    <div className={styles.bar} role="search" aria-label="Filter findings">
      <div className={styles.search}>
        <SearchBox
          value={filter.q}
          onChange={q => onChange({ q })}
          label={ofEntity ? 'Package, rule, path' : 'Exact CVE, rule, package'}
        />
      </div>
      <Select
        aria-label="Severity"
        placeholder="Any severity"
        selectionMode="multiple"
        options={options.severity}
        value={filter.severity}
        onChange={keys =>
          onChange({ severity: SEVERITIES.filter(s => keys.includes(s)) })
        }
      />
      <Select
        aria-label="Source"
        placeholder="Any source"
        selectionMode="multiple"
        options={options.type}
        value={filter.type}
        onChange={keys =>
          onChange({ type: CONTROL_TYPES.filter(t => keys.includes(t)) })
        }
      />
      <Select
        aria-label="Tool"
        options={[{ id: ANY, label: 'Any tool' }, ...options.tool]}
        value={filter.tool ?? ANY}
        onChange={key =>
          onChange({ tool: key === ANY ? undefined : String(key) })
        }
      />
      {ofEntity && options.environment.length > 0 && (
        <Select
          aria-label="Seen in"
          options={[
            { id: ANY, label: 'Seen anywhere' },
            ...options.environment,
          ]}
          value={filter.environment ?? ANY}
          onChange={key =>
            onChange({ environment: key === ANY ? undefined : String(key) })
          }
        />
      )}
      <Select
        aria-label="Status"
        options={[...options.status, { id: 'all', label: 'Any status' }]}
        value={filter.status}
        onChange={key =>
          onChange({
            status: FINDING_STATUSES.find(status => status === key) ?? 'all',
          })
        }
      />
      <Select
        aria-label="Due"
        options={[{ id: ANY, label: 'Any due date' }, ...options.due]}
        value={filter.overdue ? 'overdue' : (filter.due ?? ANY)}
        onChange={key =>
          onChange({
            overdue: key === 'overdue',
            due: FINDING_DUES.find(due => due === key && due !== 'overdue'),
          })
        }
      />
      <div className={styles.threat}>
        <ThreatSelect filter={filter} onChange={onChange} />
      </div>
      <FirstSeenSelect filter={filter} onChange={onChange} />
      <Checkbox
        isSelected={filter.adjusted}
        onChange={adjusted => onChange({ adjusted })}
      >
        Adjusted severity
      </Checkbox>
      <div className={styles.order}>
        {!grouped && (
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
        )}
        {ofEntity && (
          <Select
            aria-label="Groups"
            options={GROUP_OPTIONS}
            value={grouped ? 'cause' : 'none'}
            onChange={key =>
              onChange(
                key === 'cause'
                  ? { groupBy: 'cause', orderBy: 'suggested' }
                  : { groupBy: 'none' },
              )
            }
          />
        )}
        <ExportMenu
          name="findings"
          load={format =>
            api.exportFindings(toQuery(filter, entityRef), format)
          }
        />
      </div>
      {(filter.orderBy === 'suggested' || isFiltered(filter)) && (
        <div className={styles.notes}>
          <FilterChips
            filter={filter}
            ofEntity={ofEntity}
            onChange={onChange}
          />
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
