import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  FindingFlow,
  findingReadPermission,
  FlowCounts,
  FlowDay,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { DAY_MS } from '../sla';
import { FindingFlowStore, FlowRow } from '../store/FindingFlowStore';

export interface FlowServiceOptions {
  findingFlows: FindingFlowStore;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  clock: () => Date;
}

/** How findings of one entity come and go. */
export class FlowService {
  readonly #options: FlowServiceOptions;

  constructor(options: FlowServiceOptions) {
    this.#options = options;
  }

  /** Of the last days, today included. */
  async get(
    credentials: BackstageCredentials,
    entityRef: string,
    days: number,
  ): Promise<FindingFlow> {
    const { access, catalogVisibility, clock, entities, findingFlows } =
      this.#options;
    const visible = await catalogVisibility.filter(credentials, [entityRef]);
    const known = await entities.get([entityRef]);
    if (!visible.has(entityRef) || !known.get(entityRef)) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
    await access.require(credentials, findingReadPermission, entityRef);
    const now = clock();
    const until = Math.floor(now.getTime() / DAY_MS);
    const since = until - days + 1;
    const rows = await findingFlows.read(entityRef, since, until);
    return {
      entityRef,
      since: toDay(since),
      until: toDay(until),
      total: rows.reduce(add, nothing()),
      days: toDays(rows),
      asOf: now.toISOString(),
    };
  }
}

function nothing(): FlowCounts {
  return { opened: 0, closed: 0, closedInTime: 0 };
}

function add(sum: FlowCounts, row: FlowCounts): FlowCounts {
  return {
    opened: sum.opened + row.opened,
    closed: sum.closed + row.closed,
    closedInTime: sum.closedInTime + row.closedInTime,
  };
}

function toDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function toDays(rows: FlowRow[]): FlowDay[] {
  const days = new Map<number, FlowDay>();
  for (const row of rows) {
    const day = days.get(row.day) ?? { day: toDay(row.day), bySeverity: {} };
    days.set(row.day, day);
    const severity = SEVERITIES[row.severity];
    day.bySeverity[severity] = add(day.bySeverity[severity] ?? nothing(), row);
  }
  return [...days.values()];
}
