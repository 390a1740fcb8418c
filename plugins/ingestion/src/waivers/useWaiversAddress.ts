import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import {
  EXPIRING_DAYS,
  LIVE_WAIVER_STATUSES,
  WAIVER_KINDS,
  WAIVER_STATUSES,
  WaiverKind,
  WaiversQuery,
  WaiverStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { useMemo } from 'react';
import { dayAhead, endOf } from './endOf';

const PAGE_SIZE = 25;
const SELECTED = 'waiver';

/** What narrows the register; it starts with what has not ended. */
export interface WaiversFilter {
  status: WaiverStatus | 'live' | 'any';
  kind?: WaiverKind;
  entityRef?: string;
  /** Only those that end within {@link EXPIRING_DAYS}. */
  endsSoon: boolean;
  cursor?: string;
}

/** The filter and the selected waiver, both kept in the address. */
export interface WaiversAddress {
  filter: WaiversFilter;
  /** Changes the filter; the list starts at its first page again. */
  setFilter(change: Partial<WaiversFilter>): void;
  selectedId?: string;
  select(id: string | undefined): void;
}

function readFilter(params: URLSearchParams): WaiversFilter {
  const status = params.get('status');
  return {
    status:
      WAIVER_STATUSES.find(word => word === status) ??
      (status === 'any' ? 'any' : 'live'),
    kind: WAIVER_KINDS.find(word => word === params.get('kind')),
    entityRef: params.get('entity') ?? undefined,
    endsSoon: params.get('ends') === 'soon',
    cursor: params.get('cursor') ?? undefined,
  };
}

function writeFilter(filter: WaiversFilter, selectedId?: string) {
  const { cursor, endsSoon, entityRef, kind, status } = filter;
  return {
    ...(status !== 'live' && { status }),
    ...(kind && { kind }),
    ...(entityRef && { entity: entityRef }),
    ...(endsSoon && { ends: 'soon' }),
    ...(cursor && { cursor }),
    ...(selectedId && { [SELECTED]: selectedId }),
  };
}

/** The question to the back end that a filter stands for. */
export function toWaiversQuery(filter: WaiversFilter): WaiversQuery {
  const { cursor, endsSoon, entityRef, kind, status } = filter;
  const one = status === 'live' || status === 'any' ? undefined : [status];
  return {
    status: status === 'live' ? [...LIVE_WAIVER_STATUSES] : one,
    kind: kind && [kind],
    entityRef,
    expiringBefore: endsSoon ? endOf(dayAhead(EXPIRING_DAYS)) : undefined,
    cursor,
    limit: PAGE_SIZE,
  };
}

export function useWaiversAddress(): WaiversAddress {
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
