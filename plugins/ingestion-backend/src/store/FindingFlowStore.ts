import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Findings of an entity that were opened and closed on a day. */
export interface FlowRow {
  /** Days since 1970, UTC. */
  day: number;
  type: ControlType;
  /** 0 is critical. */
  severity: number;
  opened: number;
  closed: number;
  /** Of the closed ones, those that were closed by their due date. */
  closedInTime: number;
}

interface SummedRow {
  day: number;
  type: ControlType;
  severity: number;
  opened: number | string;
  closed: number | string;
  closed_in_time: number | string;
}

/**
 * A finding as two rows, for the day on which it was first seen and for that on
 * which it was resolved, without what only other refs know. What is gone with
 * its retired scan is closed, but not in time: nobody mended it.
 */
export function flowSql(where: string): string {
  return `SELECT entity_ref, CAST(first_seen_at / ${DAY_MS} AS integer) AS day,
       type, severity, 1 AS opened, 0 AS closed, 0 AS closed_in_time
     FROM findings WHERE status <> 'unlisted' AND ${where}
     UNION ALL
     SELECT entity_ref, CAST(resolved_at / ${DAY_MS} AS integer), type, severity,
       0, 1, CASE WHEN resolved_at <= due_at
         AND COALESCE(retired_at, 0) <> resolved_at THEN 1 ELSE 0 END
     FROM findings WHERE status = 'resolved' AND ${where}`;
}

/**
 * How many findings come and go. Findings that are no longer kept were added to
 * the table, so the sums are the same before and after.
 */
export class FindingFlowStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Days from `since` to `until`, both included, on which something happened. */
  async read(
    entityRef: string,
    since: number,
    until: number,
  ): Promise<FlowRow[]> {
    const rows: SummedRow[] = await this.#database
      .from(
        this.#database.raw(
          `(${flowSql('entity_ref = ?')}
            UNION ALL
            SELECT entity_ref, day, type, severity, opened, closed, closed_in_time
            FROM finding_flow WHERE entity_ref = ?) AS flow`,
          [entityRef, entityRef, entityRef],
        ),
      )
      .whereBetween('day', [since, until])
      .groupBy('day', 'type', 'severity')
      .orderBy(['day', 'type', 'severity'])
      .select('day', 'type', 'severity')
      .sum({ opened: 'opened', closed: 'closed' })
      .sum({ closed_in_time: 'closed_in_time' });
    return rows.map(row => ({
      day: row.day,
      type: row.type,
      severity: row.severity,
      opened: Number(row.opened),
      closed: Number(row.closed),
      closedInTime: Number(row.closed_in_time),
    }));
  }
}
