import { FindingArrival } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { toNumber } from './engine';

/** An arrival, and its place among all. */
export interface StoredArrival extends FindingArrival {
  position: number;
}

/** Which reports brought critical and high findings, for whoever tells of them. */
export class ArrivalStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Must come after the facts of the report were published: the lock that this
   * takes makes positions visible in their order.
   */
  async add(
    tx: Knex.Transaction,
    arrival: { entityRef: string; at: number; critical: number; high: number },
  ): Promise<void> {
    const { entityRef, ...rest } = arrival;
    await tx('finding_arrivals').insert({ entity_ref: entityRef, ...rest });
  }

  async newest(): Promise<number> {
    const row = await this.#database('finding_arrivals')
      .max('id as id')
      .first();
    return toNumber(row?.id ?? 0);
  }

  async listAfter(position: number, limit: number): Promise<StoredArrival[]> {
    const rows = await this.#database('finding_arrivals')
      .where('id', '>', position)
      .orderBy('id')
      .limit(limit);
    return rows.map(row => ({
      position: toNumber(row.id),
      entityRef: row.entity_ref,
      at: new Date(toNumber(row.at)).toISOString(),
      critical: row.critical,
      high: row.high,
    }));
  }

  async deleteBefore(at: number): Promise<void> {
    await this.#database('finding_arrivals').where('at', '<', at).delete();
  }
}
