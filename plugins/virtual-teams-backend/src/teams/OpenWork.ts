import { Knex } from 'knex';

/** Something that keeps a team from being archived while it is open. */
export interface OpenWorkSource {
  /** In words, each a thing that is left; nothing where all is done. */
  of(tx: Knex, teamId: number): Promise<string[]>;
}

/** Everything that may keep a team from being archived. */
export class OpenWork implements OpenWorkSource {
  readonly #sources: OpenWorkSource[] = [];

  add(source: OpenWorkSource): void {
    this.#sources.push(source);
  }

  async of(tx: Knex, teamId: number): Promise<string[]> {
    const left: string[] = [];
    for (const source of this.#sources) {
      left.push(...(await source.of(tx, teamId)));
    }
    return left;
  }
}
