import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Definition, ScorecardDefinition } from '../definitions/types';

interface StoredDefinition {
  kind: string;
  id: string;
  version: number;
  hash: string;
  body: string;
  file: string;
  active: number;
  stored_at: number | string;
}

interface StoredState {
  id: number;
  fingerprint: string;
}

const STATE_ROW = 1;

/** Versions of checks and scorecards; none ever changes. */
export class DefinitionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Stores a new version; answers false when it is there with other content. */
  async add(definition: Definition, file: string, now: Date): Promise<boolean> {
    const { kind, id, version } = definition;
    const hash = hashOf(definition);
    await this.#database<StoredDefinition>('definitions')
      .insert({
        kind,
        id,
        version,
        hash,
        body: JSON.stringify(definition),
        file,
        active: 0,
        stored_at: now.getTime(),
      })
      .onConflict(['kind', 'id', 'version'])
      .ignore();
    const stored = await this.#find(kind, id, version);
    return stored?.hash === hash;
  }

  async get<K extends Definition['kind']>(
    kind: K,
    id: string,
    version: number,
  ): Promise<Extract<Definition, { kind: K }> | undefined> {
    const stored = await this.#find(kind, id, version);
    return stored && JSON.parse(stored.body);
  }

  /** The newest version that was ever without a fault. */
  async latest<K extends Definition['kind']>(
    kind: K,
    id: string,
  ): Promise<Extract<Definition, { kind: K }> | undefined> {
    const stored = await this.#database<StoredDefinition>('definitions')
      .where({ kind, id })
      .orderBy('version', 'desc')
      .first();
    return stored && JSON.parse(stored.body);
  }

  /** Scorecards in use, with the files that they came from. */
  async activeScorecards(): Promise<
    { definition: ScorecardDefinition; file: string }[]
  > {
    const stored = await this.#database<StoredDefinition>('definitions')
      .where({ kind: 'scorecard', active: 1 })
      .orderBy('id');
    return stored.map(row => ({
      definition: JSON.parse(row.body),
      file: row.file,
    }));
  }

  /**
   * Makes exactly these scorecards the ones in use. Answers whether that, or
   * what they are computed with, is a change.
   */
  async activate(
    tx: Knex.Transaction,
    scorecards: ScorecardDefinition[],
    fingerprint: string,
  ): Promise<boolean> {
    await tx<StoredDefinition>('definitions')
      .where({ kind: 'scorecard', active: 1 })
      .update({ active: 0 });
    for (const { id, version } of scorecards) {
      await tx<StoredDefinition>('definitions')
        .where({ kind: 'scorecard', id, version })
        .update({ active: 1 });
    }
    const before = await tx<StoredState>('definition_state')
      .where({ id: STATE_ROW })
      .first();
    if (before?.fingerprint === fingerprint) {
      return false;
    }
    await tx<StoredState>('definition_state')
      .insert({ id: STATE_ROW, fingerprint })
      .onConflict('id')
      .merge();
    return true;
  }

  #find(
    kind: string,
    id: string,
    version: number,
  ): Promise<StoredDefinition | undefined> {
    return this.#database<StoredDefinition>('definitions')
      .where({ kind, id, version })
      .first();
  }
}
