import { Knex } from 'knex';
import { DAY_MS } from '../sla';
import { TrendChange } from '../trend';
import { toOptionalNumber } from './engine';
import { flowSql } from './FindingFlowStore';

interface ChangeRow {
  day: number;
  severity: number;
  opened: number | string;
  closed: number | string;
}

/** What the trend of an entity is worked out from. */
export class FindingTrendStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * What was opened and closed on each day since one, of findings that are open
   * or resolved now: when the others stopped to count, no column says.
   */
  async listChanges(entityRef: string, since: number): Promise<TrendChange[]> {
    const rows: ChangeRow[] = await this.#database
      .from(
        this.#database.raw(
          `(${flowSql(`entity_ref = ? AND status IN ('open', 'resolved')`)}
            UNION ALL
            SELECT entity_ref, day, type, severity, opened, closed, closed_in_time
            FROM finding_flow WHERE entity_ref = ?) AS flow`,
          [entityRef, entityRef, entityRef],
        ),
      )
      .where('day', '>=', since)
      .groupBy('day', 'severity')
      .select('day', 'severity')
      .sum({ opened: 'opened', closed: 'closed' });
    return rows.map(row => ({
      day: row.day,
      severity: row.severity,
      opened: Number(row.opened),
      closed: Number(row.closed),
    }));
  }

  /** Day of the first scan that says anything of an entity; days since 1970. */
  async firstScan(entityRef: string): Promise<number | undefined> {
    const report = await this.#database('reports')
      .where({ entity_ref: entityRef, status: 'processed', applied: true })
      .min({ at: 'scanned_at' })
      .first();
    const finding = await this.#database('findings')
      .where('entity_ref', entityRef)
      .whereNot('status', 'unlisted')
      .min({ at: 'first_seen_at' })
      .first();
    const times = [report, finding]
      .map(row => toOptionalNumber(row?.at ?? null))
      .filter(time => time !== undefined);
    return times.length === 0
      ? undefined
      : Math.floor(Math.min(...times) / DAY_MS);
  }
}
