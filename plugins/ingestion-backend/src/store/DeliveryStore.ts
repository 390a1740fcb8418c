import { hash } from 'node:crypto';
import { EntityVisibility } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { encodeRows, Layout } from '../rows';
import { engineOf, rowsTable } from './engine';
import { DeliveryKind, DeliveryRequest, DeliveryRow } from '../deliveries';

/** Which deliveries to list. */
export interface DeliveryFilter {
  entityRef?: string;
  /** Columns of the kind that must have a value. */
  where: Record<string, string | undefined>;
  /** Finished then or later, in milliseconds. */
  since?: number;
  visibility: EntityVisibility;
}

/** Where a page begins: the last row of the page before. */
export interface DeliveryPosition {
  finishedAt: number;
  id: string;
}

export const MOST_DELIVERIES_COUNTED = 10_000;

const ROWS_A_STATEMENT = 400;

const MOVED_LAYOUT = {
  old_id: 'text',
  new_id: 'text',
} as const satisfies Layout;

/** Deployments or pipeline runs: their latest states, and all that were sent. */
export class DeliveryStore<
  Request extends DeliveryRequest,
  Row extends DeliveryRow,
> {
  readonly kind: DeliveryKind<Request, Row>;
  readonly #database: Knex;

  constructor(database: Knex, kind: DeliveryKind<Request, Row>) {
    this.#database = database;
    this.kind = kind;
  }

  /**
   * Stores states, each of another delivery, unless a newer one is known.
   * Answers the ids of those that are the latest now.
   */
  async upsert(tx: Knex.Transaction, rows: Row[]): Promise<Set<string>> {
    const { table } = this.kind;
    const applied = new Set<string>();
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      const written: { id: string }[] = await tx(table)
        .insert(rows.slice(from, from + ROWS_A_STATEMENT))
        .onConflict('id')
        .merge()
        .whereRaw(`excluded.updated_at >= ${table}.updated_at`)
        .returning('id');
      for (const { id } of written) {
        applied.add(id);
      }
    }
    return applied;
  }

  /** Keeps every state as it was sent; the same one once. */
  async keepStates(
    tx: Knex.Transaction,
    rows: Row[],
    requests: Request[],
  ): Promise<void> {
    const states = rows.map((row, index) => {
      const state = JSON.stringify(requests[index]);
      return {
        id: hash('sha256', JSON.stringify([row.id, state]), 'base64url'),
        delivery_id: row.id,
        updated_at: row.updated_at,
        received_at: row.received_at,
        submitter: row.submitter,
        state,
      };
    });
    for (let from = 0; from < states.length; from += ROWS_A_STATEMENT) {
      await tx('delivery_states')
        .insert(states.slice(from, from + ROWS_A_STATEMENT))
        .onConflict('id')
        .ignore();
    }
  }

  /**
   * Moves what is known of an entity to another one under the ids that it has
   * there, so that what is sent again is known. Of what both have, the newer
   * state stays.
   */
  async move(tx: Knex.Transaction, from: string, to: string): Promise<void> {
    const { kind } = this;
    for (;;) {
      const rows: Row[] = await tx(kind.table)
        .where({ entity_ref: from })
        .orderBy('id')
        .limit(ROWS_A_STATEMENT);
      if (rows.length === 0) {
        return;
      }
      const moved = rows.map(row => {
        const next = { ...row, entity_ref: to };
        return { ...next, id: kind.idOf(next) };
      });
      await tx(kind.table)
        .whereIn(
          'id',
          rows.map(({ id }) => id),
        )
        .delete();
      await this.upsert(tx, moved);
      await moveStates(
        tx,
        rows.map(({ id }, index) => [id, moved[index].id]),
      );
    }
  }

  /** Newest first; one row more than the limit tells that there are more. */
  async list(
    filter: DeliveryFilter,
    options: {
      after?: DeliveryPosition;
      before?: DeliveryPosition;
      limit: number;
    },
  ): Promise<Row[]> {
    const { after, before, limit } = options;
    const order = before ? 'asc' : 'desc';
    const query = this.#filter(filter)
      .orderBy([
        { column: 'finished_at', order },
        { column: 'id', order },
      ])
      .limit(limit + 1);
    const position = after ?? before;
    if (position) {
      query.whereRaw(`(finished_at, id) ${before ? '>' : '<'} (?, ?)`, [
        position.finishedAt,
        position.id,
      ]);
    }
    return query;
  }

  /** Counts up to 10,000, and one more when there are more. */
  async count(filter: DeliveryFilter): Promise<number> {
    const [{ count }] = await this.#database
      .from(
        this.#filter(filter)
          .select(this.#database.raw('1'))
          .limit(MOST_DELIVERIES_COUNTED + 1)
          .as('found'),
      )
      .count({ count: '*' });
    return Number(count);
  }

  #filter(filter: DeliveryFilter): Knex.QueryBuilder {
    const { entityRef, since, visibility, where } = filter;
    const { table } = this.kind;
    const query = this.#database(table);
    for (const [column, value] of Object.entries({
      ...where,
      entity_ref: entityRef,
    })) {
      if (value !== undefined) {
        query.where(`${table}.${column}`, value);
      }
    }
    if (since !== undefined) {
      query.where('finished_at', '>=', since);
    }
    if (visibility.kind === 'none') {
      query.whereRaw('1 = 0');
    }
    if (visibility.kind === 'where') {
      const entities =
        this.#database('synchrony_entities').select('entity_ref');
      visibility.apply(entities, {
        entityRef: 'synchrony_entities.entity_ref',
        ownerRef: 'synchrony_entities.owner_ref',
      });
      query.whereIn(`${table}.entity_ref`, entities);
    }
    return query;
  }
}

/** What was sent of deliveries follows them to their new ids. */
async function moveStates(
  tx: Knex.Transaction,
  ids: [string, string][],
): Promise<void> {
  for (const rows of encodeRows(engineOf(tx), ids)) {
    const table = rowsTable(tx, MOVED_LAYOUT, rows);
    await tx.raw(
      `UPDATE delivery_states SET delivery_id = r.new_id
       FROM ${table.sql} WHERE delivery_states.delivery_id = r.old_id`,
      table.bindings,
    );
  }
}
