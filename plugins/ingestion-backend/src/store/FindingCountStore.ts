import {
  ControlType,
  REMEDIATION_WINDOW_DAYS,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { DAY_MS, NEVER } from '../sla';
import { RANKED_IN_TIME_SQL, RANK_WHEN_OVERDUE_SQL } from './dueSql';
import { toNumber } from './engine';

/** Open findings of one type and severity. */
export interface OpenCount {
  type: ControlType;
  /** 0 is critical. */
  severity: number;
  open: number;
  overdue: number;
  dueWithin7Days: number;
  /** By a person, above what the scanner says. */
  raised?: number;
  /** By a person, below what the scanner says. */
  lowered?: number;
  nextDueAt?: number;
}

/** Findings of one type and severity that waivers accept. */
export interface AcceptedCount extends OpenCount {
  /** When the first of these waivers ends. */
  acceptedUntil?: number;
}

/** Findings that were closed not long ago. */
export interface ClosedCount {
  closed: number;
  /** By their due date. */
  closedInTime: number;
  /** When the first of them was closed too long ago to count. */
  leavesAt?: number;
}

interface CountRow {
  type: ControlType;
  severity: number;
  open: number | string;
  overdue: number | string;
  soon: number | string;
  raised: number | string;
  lowered: number | string;
  next_due_at: number | string;
  accepted_until: number | string | null;
}

const SEVEN_DAYS_MS = 7 * 24 * 60 * 60 * 1000;

export class FindingCountStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Open findings of an entity as of a time. */
  async countOpen(
    entityRef: string,
    asOf: number,
    database: Knex = this.#database,
  ): Promise<OpenCount[]> {
    const rows = await this.#count(entityRef, 'open', asOf, database);
    return rows.map(toCount);
  }

  /** Findings of an entity that waivers accept, as of a time. */
  async countAccepted(
    entityRef: string,
    asOf: number,
    database: Knex = this.#database,
  ): Promise<AcceptedCount[]> {
    const rows = await this.#count(entityRef, 'risk_accepted', asOf, database);
    return rows.map(row => ({
      ...toCount(row),
      ...(row.accepted_until !== null && {
        acceptedUntil: toNumber(row.accepted_until),
      }),
    }));
  }

  /** Findings of an entity that were closed in the window before a time. */
  /** What is gone because its scan was retired was not mended, and is left out. */
  async countClosed(
    entityRef: string,
    asOf: number,
    database: Knex,
  ): Promise<ClosedCount> {
    const window = REMEDIATION_WINDOW_DAYS * DAY_MS;
    const [row]: {
      closed: number | string;
      in_time: number | string | null;
      first: number | string | null;
    }[] = await database('findings')
      .where({ entity_ref: entityRef, status: 'resolved' })
      .where('resolved_at', '>', asOf - window)
      .where('resolved_at', '<=', asOf)
      .whereRaw('COALESCE(retired_at, 0) <> resolved_at')
      .select(
        database.raw(
          `COUNT(*) AS closed,
           SUM(CASE WHEN resolved_at <= due_at THEN 1 ELSE 0 END) AS in_time,
           MIN(resolved_at) AS first`,
        ),
      );
    return {
      closed: Number(row.closed),
      closedInTime: Number(row.in_time ?? 0),
      ...(row.first !== null && { leavesAt: toNumber(row.first) + window }),
    };
  }

  async #count(
    entityRef: string,
    status: 'open' | 'risk_accepted',
    asOf: number,
    database: Knex,
  ): Promise<CountRow[]> {
    return database('findings')
      .where({ entity_ref: entityRef, status })
      .groupBy('type', 'severity')
      .select(
        'type',
        'severity',
        database.raw(
          `COUNT(*) AS open,
           SUM(CASE WHEN due_at <= ? THEN 1 ELSE 0 END) AS overdue,
           SUM(CASE WHEN due_at > ? AND due_at <= ? THEN 1 ELSE 0 END) AS soon,
           SUM(CASE WHEN severity < source_severity THEN 1 ELSE 0 END) AS raised,
           SUM(CASE WHEN severity > source_severity THEN 1 ELSE 0 END) AS lowered,
           MIN(CASE WHEN due_at > ? THEN due_at ELSE ? END) AS next_due_at,
           MIN(waived_until) AS accepted_until`,
          [asOf, asOf, asOf + SEVEN_DAYS_MS, asOf, NEVER],
        ),
      );
  }

  /** Moves what became overdue to the front of the suggested order. */
  async rankOverdue(
    tx: Knex.Transaction,
    entityRef: string,
    now: number,
  ): Promise<void> {
    await tx('findings')
      .where({ entity_ref: entityRef, status: 'open' })
      .whereRaw(RANKED_IN_TIME_SQL)
      .where('due_at', '<=', now)
      .update({ rank: tx.raw(RANK_WHEN_OVERDUE_SQL) });
  }
}

function toCount(row: CountRow): OpenCount {
  const next = toNumber(row.next_due_at);
  return {
    type: row.type,
    severity: row.severity,
    open: Number(row.open),
    overdue: Number(row.overdue),
    dueWithin7Days: Number(row.soon),
    raised: Number(row.raised),
    lowered: Number(row.lowered),
    ...(next < NEVER && { nextDueAt: next }),
  };
}
