import {
  chunks,
  whereAmong,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

const TABLE = 'proposals';
const ROWS_A_STATEMENT = 200;

/** Since when sources propose what they propose now. */
export class ProposalStore {
  /** Keeps what a source proposes now, and forgets what it no longer does. */
  async keep(
    tx: Knex,
    source: string,
    ids: readonly string[],
    now: number,
  ): Promise<void> {
    await tx(TABLE)
      .where({ source })
      .whereNot(each => whereAmong(each, 'id', ids))
      .delete();
    for (const some of chunks([...new Set(ids)], ROWS_A_STATEMENT)) {
      await tx(TABLE)
        .insert(some.map(id => ({ id, source, since: now })))
        .onConflict('id')
        .ignore();
    }
  }

  async since(tx: Knex): Promise<Map<string, number>> {
    const rows = await tx(TABLE).select('id', 'since');
    return new Map(rows.map(({ id, since }) => [id, Number(since)]));
  }
}
