import {
  CONTROL_TYPES,
  ControlType,
  FINDING_DUES,
  FINDING_ORDERS,
  FINDING_STATUSES,
  FindingDue,
  FindingOrder,
  FindingsQuery,
  FindingStatus,
  SEVERITIES,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';

/** What the list shows, as it stands in the address. */
export interface FindingsFilter {
  severity: Severity[];
  type: ControlType[];
  status: FindingStatus | 'all';
  tool?: string;
  /** Where it is seen; only the findings of one entity can be asked for that. */
  environment?: string;
  /** Whose entities; a list over one entity can't be asked for that. */
  owner?: string;
  /** What belongs to this System, Domain or Group; over many entities only. */
  scope?: string;
  /** Days, UTC, or times: first seen in between. */
  firstSeenFrom?: string;
  firstSeenTo?: string;
  /** Days, UTC, or times: no longer seen by scans in between. */
  resolvedFrom?: string;
  resolvedTo?: string;
  /** Only what a person set the severity of. */
  adjusted: boolean;
  overdue: boolean;
  /** When it is due, if not overdue. */
  due?: FindingDue;
  /** Only what is known to be exploited. */
  kev: boolean;
  /** Only with at least that likelihood of exploitation, 0 to 1. */
  epssAtLeast?: number;
  q: string;
  orderBy: FindingOrder;
  /** Findings of an entity are grouped unless they are wanted one by one. */
  groupBy: 'cause' | 'none';
  ref?: string;
  cursor?: string;
}

export const DEFAULT_FILTER: FindingsFilter = {
  severity: [],
  type: [],
  status: 'open',
  overdue: false,
  kev: false,
  adjusted: false,
  q: '',
  orderBy: 'suggested',
  groupBy: 'cause',
};

const PAGE_SIZE = 50;

const WHEN =
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A day or a time as the back end takes it. */
function readWhen(params: URLSearchParams, name: string): string | undefined {
  const text = params.get(name) ?? '';
  return WHEN.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

function listOf<T extends string>(
  params: URLSearchParams,
  name: string,
  known: readonly T[],
): T[] {
  const given = params.getAll(name).flatMap(value => value.split(','));
  return known.filter(value => given.includes(value));
}

function oneOf<T extends string>(
  params: URLSearchParams,
  name: string,
  known: readonly T[],
  fallback: T,
): T {
  return known.find(value => value === params.get(name)) ?? fallback;
}

/** A number from 0 to 1 as the back end takes it. */
function readShare(text: string | null): number | undefined {
  return text !== null && /^(0|1|0?\.\d{1,6})$/.test(text)
    ? Number(text)
    : undefined;
}

/** Reads a filter from the address; what it does not know is left out. */
export function readFilter(params: URLSearchParams): FindingsFilter {
  return {
    severity: listOf(params, 'severity', SEVERITIES),
    type: listOf(params, 'type', CONTROL_TYPES),
    status: oneOf(params, 'status', [...FINDING_STATUSES, 'all'], 'open'),
    tool: params.get('tool') || undefined,
    environment: params.get('environment') || undefined,
    owner: params.get('owner') || undefined,
    scope: params.get('scope') || undefined,
    firstSeenFrom: readWhen(params, 'firstSeenFrom'),
    firstSeenTo: readWhen(params, 'firstSeenTo'),
    resolvedFrom: readWhen(params, 'resolvedFrom'),
    resolvedTo: readWhen(params, 'resolvedTo'),
    adjusted: params.get('adjusted') === 'true',
    overdue: params.get('overdue') === 'true',
    due: FINDING_DUES.find(due => due === params.get('due')),
    kev: params.get('kev') === 'true',
    epssAtLeast: readShare(params.get('epssAtLeast')),
    q: params.get('q') ?? '',
    orderBy: oneOf(params, 'orderBy', FINDING_ORDERS, 'suggested'),
    groupBy: oneOf(params, 'groupBy', ['cause', 'none'], 'cause'),
    ref: params.get('ref') || undefined,
    cursor: params.get('cursor') || undefined,
  };
}

/** Writes a filter as address parameters, leaving out what is the default. */
export function writeFilter(filter: Partial<FindingsFilter>): URLSearchParams {
  const params = new URLSearchParams();
  for (const severity of filter.severity ?? []) {
    params.append('severity', severity);
  }
  for (const type of filter.type ?? []) {
    params.append('type', type);
  }
  if (filter.status && filter.status !== DEFAULT_FILTER.status) {
    params.set('status', filter.status);
  }
  if (filter.overdue) {
    params.set('overdue', 'true');
  }
  if (filter.adjusted) {
    params.set('adjusted', 'true');
  }
  if (filter.kev) {
    params.set('kev', 'true');
  }
  if (filter.epssAtLeast !== undefined) {
    params.set('epssAtLeast', String(filter.epssAtLeast));
  }
  if (filter.orderBy && filter.orderBy !== DEFAULT_FILTER.orderBy) {
    params.set('orderBy', filter.orderBy);
  }
  if (filter.groupBy && filter.groupBy !== DEFAULT_FILTER.groupBy) {
    params.set('groupBy', filter.groupBy);
  }
  for (const name of [
    'tool',
    'environment',
    'owner',
    'scope',
    'firstSeenFrom',
    'firstSeenTo',
    'resolvedFrom',
    'resolvedTo',
    'due',
    'q',
    'ref',
    'cursor',
  ] as const) {
    const value = filter[name];
    if (value) {
      params.set(name, value);
    }
  }
  return params;
}

/** Whether the filter leaves out anything of what is open. */
export function isFiltered(filter: FindingsFilter): boolean {
  return (
    writeFilter({
      ...filter,
      orderBy: undefined,
      groupBy: undefined,
      cursor: undefined,
    }).size > 0
  );
}

/** Groups have one order; another order is of findings one by one. */
export function isGrouped(filter: FindingsFilter): boolean {
  return filter.groupBy === 'cause' && filter.orderBy === 'suggested';
}

/** The query that answers a filter. */
export function toQuery(
  filter: FindingsFilter,
  entityRef: string | undefined,
): FindingsQuery {
  return {
    entityRef,
    severity: filter.severity.length > 0 ? filter.severity : undefined,
    type: filter.type.length > 0 ? filter.type : undefined,
    status: filter.status,
    tool: filter.tool,
    environment: entityRef === undefined ? undefined : filter.environment,
    ownedBy: entityRef === undefined ? filter.owner : undefined,
    scopeRef: entityRef === undefined ? filter.scope : undefined,
    firstSeenFrom: filter.firstSeenFrom,
    firstSeenTo: filter.firstSeenTo,
    resolvedFrom: filter.resolvedFrom,
    resolvedTo: filter.resolvedTo,
    adjusted: filter.adjusted || undefined,
    overdue: filter.overdue || undefined,
    due: filter.due,
    kev: filter.kev || undefined,
    epssAtLeast: filter.epssAtLeast,
    q: filter.q.trim() || undefined,
    orderBy: filter.orderBy,
    ref: filter.ref,
    cursor: filter.cursor,
    limit: PAGE_SIZE,
  };
}
