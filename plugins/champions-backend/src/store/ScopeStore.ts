import {
  chunks,
  whereAmong,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

const TABLE = 'entity_scopes';
const ROWS_A_STATEMENT = 300;

/** Where champions of entities can stand, from near to far. */
export class ScopeStore {
  async get(tx: Knex, entityRefs: string[]): Promise<Map<string, string[]>> {
    const rows = await tx(TABLE)
      .select('entity_ref', 'scope_ref')
      .where(each => whereAmong(each, 'entity_ref', entityRefs))
      .orderBy(['entity_ref', 'position']);
    const scopes = new Map<string, string[]>();
    for (const row of rows) {
      const known = scopes.get(row.entity_ref);
      if (known) {
        known.push(row.scope_ref);
      } else {
        scopes.set(row.entity_ref, [row.scope_ref]);
      }
    }
    return scopes;
  }

  /** Entities that some scopes are among those of. */
  async under(tx: Knex, scopeRefs: string[]): Promise<string[]> {
    const rows = await tx(TABLE)
      .distinct('entity_ref')
      .where(each => whereAmong(each, 'scope_ref', scopeRefs))
      .orderBy('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async replace(tx: Knex, scopes: Map<string, string[]>): Promise<void> {
    await this.remove(tx, [...scopes.keys()]);
    const rows = [...scopes].flatMap(([entity_ref, refs]) =>
      refs.map((scope_ref, position) => ({ entity_ref, position, scope_ref })),
    );
    for (const chunk of chunks(rows, ROWS_A_STATEMENT)) {
      await tx(TABLE).insert(chunk);
    }
  }

  async remove(tx: Knex, entityRefs: string[]): Promise<void> {
    await tx(TABLE)
      .where(each => whereAmong(each, 'entity_ref', entityRefs))
      .delete();
  }
}
