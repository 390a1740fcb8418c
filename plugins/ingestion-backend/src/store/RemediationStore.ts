import { RECURRENCE_DAYS } from '@synchrony/backstage-plugin-ingestion-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DAY_MS } from '../sla';

const REFS_A_STATEMENT = 500;

/** Counts of an entity on a day, in days since 1970. */
export interface RemediationRow {
  entityRef: string;
  day: number;
  closed: number;
  logDays: number;
  due: number;
  breached: number;
  closings: number;
  cameBack: number;
}

/** A time from its first moment to before its last, in ms. */
export interface Period {
  from: number;
  to: number;
}

const COUNTS = [
  'closed',
  'log_days',
  'due',
  'breached',
  'closings',
  'came_back',
] as const;

/** A set of rows that brings some of the counts. */
function counting(
  day: string,
  given: Partial<Record<(typeof COUNTS)[number], string>>,
  from: string,
): string {
  const counts = COUNTS.map(name => `${given[name] ?? '0'} AS ${name}`);
  return `SELECT f.entity_ref, CAST(${day} / ${DAY_MS} AS integer) AS day,
    ${counts.join(', ')} FROM ${from}`;
}

/** What is gone with its retired scan was mended by nobody. */
const MENDED = `f.status = 'resolved' AND COALESCE(f.retired_at, 0) <> f.resolved_at`;

function rowsSql(entities: string, { from, to }: Period, now: number): string {
  const within = (column: string) =>
    `f.entity_ref IN (${entities}) AND ${column} >= ${from} AND ${column} < ${to}`;
  const days = `CAST(f.resolved_at - f.first_seen_at AS double precision) / ${DAY_MS}`;
  return [
    counting(
      'f.resolved_at',
      {
        closed: '1',
        log_days: `CASE WHEN f.resolved_at - f.first_seen_at > ${DAY_MS} THEN ln(${days}) ELSE 0 END`,
      },
      `findings f WHERE ${MENDED} AND ${within('f.resolved_at')}`,
    ),
    counting(
      'f.due_at',
      {
        due: '1',
        breached: `CASE WHEN f.status = 'open' OR f.resolved_at > f.due_at THEN 1 ELSE 0 END`,
      },
      `findings f WHERE (f.status = 'open' OR (${MENDED}))
        AND f.due_at <= ${now} AND ${within('f.due_at')}`,
    ),
    counting(
      'e.at',
      {
        closings: '1',
        came_back: `CASE WHEN EXISTS (SELECT 1 FROM finding_events b
          WHERE b.finding_id = e.finding_id AND b.id > e.id AND b.kind = 'reopened'
            AND b.at <= e.at + ${RECURRENCE_DAYS * DAY_MS}) THEN 1 ELSE 0 END`,
      },
      `findings f JOIN finding_events e ON e.finding_id = f.id
        WHERE e.kind = 'resolved' AND e.actor IS NULL AND f.status <> 'unlisted'
          AND ${within('e.at')}`,
    ),
  ].join(' UNION ALL ');
}

/** How fast, how much in time and how lastingly findings are mended. */
export class RemediationStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** By entity and day, at most `limit` rows. */
  async days(
    entityRefs: string[],
    period: Period,
    now: number,
    limit: number,
  ): Promise<RemediationRow[]> {
    const found: RemediationRow[] = [];
    for (const chunk of chunks(entityRefs, REFS_A_STATEMENT)) {
      const places = chunk.map(() => '?').join(', ');
      const rows = await this.#database
        .from(
          this.#database.raw(`(${rowsSql(places, period, now)}) AS counted`, [
            ...chunk,
            ...chunk,
            ...chunk,
          ]),
        )
        .groupBy('entity_ref', 'day')
        .orderBy(['entity_ref', 'day'])
        .limit(limit - found.length)
        .select('entity_ref', 'day')
        .sum(Object.fromEntries(COUNTS.map(name => [name, name])));
      found.push(
        ...rows.map(row => ({
          entityRef: row.entity_ref,
          day: row.day,
          closed: Number(row.closed),
          logDays: Number(row.log_days),
          due: Number(row.due),
          breached: Number(row.breached),
          closings: Number(row.closings),
          cameBack: Number(row.came_back),
        })),
      );
      if (found.length >= limit) {
        break;
      }
    }
    return found;
  }

  /** How many are open, by entity. */
  async open(entityRefs: string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const chunk of chunks(entityRefs, REFS_A_STATEMENT)) {
      const rows = await this.#database('findings')
        .whereIn('entity_ref', chunk)
        .where({ status: 'open' })
        .groupBy('entity_ref')
        .select('entity_ref', this.#database.raw('count(*) as open'));
      for (const row of rows) {
        counts.set(row.entity_ref, Number(row.open));
      }
    }
    return counts;
  }
}
