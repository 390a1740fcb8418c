import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { jsonRows } from './jsonRows';
import { removeRows } from './removeRows';
import { EndedCheck, StandingCheck, StoredCheckResult } from './results';
import { upsertDocument } from './upsertRows';

const REFS_A_STATEMENT = 500;
const STANDING: (keyof StandingCheck)[] = [
  'entity_ref',
  'check_id',
  'since',
  'is_first',
  'check_version',
  'outcome',
  'unknown_reason',
];
const COPIED = [...STANDING, 'reason', 'evidence', 'recorded_at'];
const STANDING_KEY: ('entity_ref' | 'check_id')[] = ['entity_ref', 'check_id'];
const HISTORY_KEY: ('entity_ref' | 'since' | 'check_id')[] = [
  'entity_ref',
  'since',
  'check_id',
];

function keyOf(row: { entity_ref: string; check_id: string }): string {
  return `${row.entity_ref} ${row.check_id}`;
}

/** Outcomes of checks, those that hold and those that held. */
export class CheckStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Those that hold. */
  async current(entityRefs: string[]): Promise<StandingCheck[]> {
    const found: StandingCheck[] = [];
    for (const chunk of chunks(entityRefs, REFS_A_STATEMENT)) {
      const rows: StandingCheck[] = await this.#database('check_standings')
        .select(STANDING)
        .whereIn('entity_ref', chunk);
      for (const row of rows) {
        row.since = Number(row.since);
        found.push(row);
      }
    }
    return found;
  }

  /**
   * Ends and begins outcomes. What ends is copied to history by the database,
   * and what follows takes its row.
   */
  async write(
    tx: Knex.Transaction,
    ended: EndedCheck[],
    begun: StoredCheckResult[],
  ): Promise<void> {
    const followed = new Set(begun.map(keyOf));
    await keepEnded(tx, ended);
    await removeRows(
      tx,
      'check_standings',
      STANDING_KEY,
      ended.filter(row => !followed.has(keyOf(row))),
    );
    await upsertDocument(tx, 'check_standings', STANDING_KEY, begun);
    await makeRoom(tx, begun);
  }
}

async function keepEnded(
  tx: Knex.Transaction,
  ended: EndedCheck[],
): Promise<void> {
  if (ended.length === 0) {
    return;
  }
  const { binding, sql } = jsonRows(
    tx,
    ended.map(({ check_id, entity_ref, until }) => ({
      entity_ref,
      check_id,
      until,
    })),
  );
  await tx.raw(
    `insert into check_history (${COPIED.join(', ')}, until)
     select ${COPIED.map(column => `held.${column}`).join(', ')}, ended.until
     from ${sql} ended
     join check_standings held on held.entity_ref = ended.entity_ref
       and held.check_id = ended.check_id`,
    [binding],
  );
}

/**
 * Of outcomes of a check that begin at the same time the last one counts. Only
 * what comes to light late begins where there is history already.
 */
async function makeRoom(
  tx: Knex.Transaction,
  begun: StoredCheckResult[],
): Promise<void> {
  const earliest = new Map<string, number>();
  for (const { entity_ref: ref, since } of begun) {
    earliest.set(ref, Math.min(earliest.get(ref) ?? since, since));
  }
  if (earliest.size === 0) {
    return;
  }
  const { binding, sql } = jsonRows(
    tx,
    [...earliest].map(([entity_ref, since]) => ({ entity_ref, since })),
  );
  const result = await tx.raw(
    `select begun.entity_ref from ${sql} begun where exists (
       select 1 from check_history held
       where held.entity_ref = begun.entity_ref and held.since >= begun.since
     )`,
    [binding],
  );
  const rows: { entity_ref: string }[] = result.rows ?? result;
  const late = new Set(rows.map(row => row.entity_ref));
  await removeRows(
    tx,
    'check_history',
    HISTORY_KEY,
    begun.filter(row => late.has(row.entity_ref)),
  );
}
