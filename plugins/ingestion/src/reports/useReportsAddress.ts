import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  REPORT_OUTCOMES,
  REPORT_SOURCES,
  ReportOutcome,
  ReportsFilter as ReportsQueryFilter,
  ReportSource,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useMemo } from 'react';

const SELECTED = 'report';
const HOUR_MS = 60 * 60 * 1000;

/** How far back the list can go, in hours. */
export const REPORT_RANGES = {
  '24h': 24,
  '7d': 7 * 24,
  '30d': 30 * 24,
  '90d': 90 * 24,
} as const;

export type ReportRange = keyof typeof REPORT_RANGES;

/** What narrows the list, as it stands in the address. */
export interface ReportsFilter {
  q: string;
  outcome: ReportOutcome[];
  source?: ReportSource;
  /** Received within that time; at any time when absent. */
  within?: ReportRange;
  cursor?: string;
}

export const NO_FILTER: ReportsFilter = { q: '', outcome: [] };

/** The filter and the selected report, both kept in the address. */
export interface ReportsAddress {
  filter: ReportsFilter;
  /** Changes the filter; the list starts at its first page again. */
  setFilter(change: Partial<ReportsFilter>): void;
  selectedId?: string;
  select(id: string | undefined): void;
}

/** Whether it leaves out any report. */
export function isNarrowed(filter: ReportsFilter): boolean {
  const { outcome, q, source, within } = filter;
  return Boolean(q || outcome.length > 0 || source || within);
}

function readFilter(params: URLSearchParams): ReportsFilter {
  const outcomes = params.getAll('outcome');
  return {
    q: params.get('q') ?? '',
    outcome: REPORT_OUTCOMES.filter(outcome => outcomes.includes(outcome)),
    source: REPORT_SOURCES.find(source => source === params.get('source')),
    within: toRange(params.get('within')),
    cursor: params.get('cursor') ?? undefined,
  };
}

/** The range of that name, if there is one. */
export function toRange(name: string | null): ReportRange | undefined {
  return (Object.keys(REPORT_RANGES) as ReportRange[]).find(
    range => range === name,
  );
}

function writeFilter(filter: ReportsFilter, selectedId?: string) {
  const { cursor, outcome, q, source, within } = filter;
  return {
    ...(q && { q }),
    ...(outcome.length > 0 && { outcome }),
    ...(source && { source }),
    ...(within && { within }),
    ...(cursor && { cursor }),
    ...(selectedId && { [SELECTED]: selectedId }),
  };
}

/** What the back end is asked for, without the page. */
export function toReportsFilter(
  filter: ReportsFilter,
  entityRef: string | undefined,
): ReportsQueryFilter {
  const { outcome, q, source, within } = filter;
  return {
    entityRef,
    q: q || undefined,
    outcome: outcome.length > 0 ? outcome : undefined,
    source,
    since:
      within &&
      new Date(Date.now() - REPORT_RANGES[within] * HOUR_MS).toISOString(),
  };
}

export function useReportsAddress(): ReportsAddress {
  const [params, setParams] = useAppSearchParams();
  return useMemo(() => {
    const filter = readFilter(params);
    return {
      filter,
      selectedId: params.get(SELECTED) ?? undefined,
      setFilter: change =>
        setParams(writeFilter({ ...filter, cursor: undefined, ...change })),
      select: id => setParams(writeFilter(filter, id), { replace: true }),
    };
  }, [params, setParams]);
}
