import { Knex } from 'knex';

const TABLE = 'arrival_rounds';
const ROW = 1;

/** Up to where people were told of what came. */
export class ArrivalRoundStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async cursor(): Promise<string | undefined> {
    const row = await this.#database(TABLE).where({ id: ROW }).first('cursor');
    return row?.cursor;
  }

  async setCursor(cursor: string): Promise<void> {
    await this.#database(TABLE)
      .insert({ id: ROW, cursor })
      .onConflict('id')
      .merge();
  }
}
