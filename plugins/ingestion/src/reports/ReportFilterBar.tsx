import { Select } from '@backstage/ui';
import {
  REPORT_OUTCOMES,
  REPORT_SOURCES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { ReactNode } from 'react';
import { SearchBox } from '../filter/SearchBox';
import { ReportsFilter, toRange } from './useReportsAddress';
import { OUTCOME_LABELS, SOURCE_LABELS } from './words';
import bar from '../filter/FilterBar.module.css';

const ANY = 'any';

const OUTCOME_OPTIONS = REPORT_OUTCOMES.map(id => ({
  id,
  label: OUTCOME_LABELS[id],
}));

const SOURCE_OPTIONS = [
  { id: ANY, label: 'Any source' },
  ...REPORT_SOURCES.map(id => ({ id, label: SOURCE_LABELS[id] })),
];

const RANGE_OPTIONS = [
  { id: ANY, label: 'At any time' },
  { id: '24h', label: 'Last 24 hours' },
  { id: '7d', label: 'Last 7 days' },
  { id: '30d', label: 'Last 30 days' },
  { id: '90d', label: 'Last 90 days' },
];

type ReportFilterBarProps = {
  filter: ReportsFilter;
  onChange(change: Partial<ReportsFilter>): void;
  /** Set when the reports are of one component. */
  entityRef?: string;
  /** What else can be done with the list. */
  children: ReactNode;
};

export function ReportFilterBar(props: ReportFilterBarProps) {
  const { children, entityRef, filter, onChange } = props;
  return (
    <div className={bar.bar} role="search" aria-label="Filter reports">
      <div className={bar.search}>
        <SearchBox
          value={filter.q}
          onChange={q => onChange({ q })}
          label={entityRef ? 'Tool, submitter' : 'Component, tool, submitter'}
        />
      </div>
      <Select
        aria-label="Status"
        placeholder="Any status"
        selectionMode="multiple"
        options={OUTCOME_OPTIONS}
        value={filter.outcome}
        onChange={keys =>
          onChange({
            outcome: REPORT_OUTCOMES.filter(outcome => keys.includes(outcome)),
          })
        }
      />
      <Select
        aria-label="Source"
        options={SOURCE_OPTIONS}
        value={filter.source ?? ANY}
        onChange={key =>
          onChange({ source: REPORT_SOURCES.find(source => source === key) })
        }
      />
      <Select
        aria-label="Received"
        options={RANGE_OPTIONS}
        value={filter.within ?? ANY}
        onChange={key => onChange({ within: toRange(String(key)) })}
      />
      <div className={bar.order}>{children}</div>
    </div>
  );
}
