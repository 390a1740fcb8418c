import { chunks, hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Definition, ScorecardDefinition } from '../definitions/types';

interface StoredDefinition {
  kind: string;
  id: string;
  version: number;
  hash: string;
  body: string;
  file: string;
  /** Null for what was stored before locations were. */
  location: string | null;
  active: number;
  stored_at: number | string;
}

interface StoredState {
  id: number;
  fingerprint: string;
}

/** A scorecard in use, with the file and the location that it came from. */
export interface PlacedScorecard {
  definition: ScorecardDefinition;
  file: string;
  location: string | null;
}

interface StoredCount {
  scorecard_id: string;
  check_id: string;
}

const STATE_ROW = 1;
const ROWS_A_STATEMENT = 200;

/** Versions of checks and scorecards; none ever changes. */
export class DefinitionStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Stores a new version; answers false when it is there with other content. */
  async add(
    definition: Definition,
    { file, location }: { file: string; location?: string },
    now: Date,
  ): Promise<boolean> {
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
        location: location ?? null,
        active: 0,
        stored_at: now.getTime(),
      })
      .onConflict(['kind', 'id', 'version'])
      .ignore();
    return this.isFree(definition);
  }

  /** Whether its version is new, or is stored with the same content. */
  async isFree(definition: Definition): Promise<boolean> {
    const { kind, id, version } = definition;
    const stored = await this.#find(kind, id, version);
    return stored === undefined || stored.hash === hashOf(definition);
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

  async activeScorecards(): Promise<PlacedScorecard[]> {
    const stored = await this.#database<StoredDefinition>('definitions')
      .where({ kind: 'scorecard', active: 1 })
      .orderBy('id');
    return stored.map(row => ({
      definition: JSON.parse(row.body),
      file: row.file,
      location: row.location,
    }));
  }

  /**
   * Makes exactly these scorecards the ones in use. Answers whether that, or
   * what they are computed with, is a change.
   */
  async activate(
    tx: Knex.Transaction,
    scorecards: PlacedScorecard[],
    fingerprint: string,
  ): Promise<boolean> {
    await tx<StoredDefinition>('definitions')
      .where({ kind: 'scorecard', active: 1 })
      .update({ active: 0 });
    for (const { definition, file, location } of scorecards) {
      const { id, version } = definition;
      await tx<StoredDefinition>('definitions')
        .where({ kind: 'scorecard', id, version })
        .update({ active: 1, file, location });
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

  /** What {@link activate} was called with last, on any replica. */
  async fingerprint(): Promise<string | undefined> {
    const state = await this.#database<StoredState>('definition_state')
      .where({ id: STATE_ROW })
      .first();
    return state?.fingerprint;
  }

  /** Whether a check ever counted in a scorecard. */
  async countedChecks(): Promise<
    (scorecardId: string, checkId: string) => boolean
  > {
    const rows = await this.#database<StoredCount>('counted_checks');
    const counted = new Set(
      rows.map(row => `${row.scorecard_id} ${row.check_id}`),
    );
    return (scorecardId, checkId) => counted.has(`${scorecardId} ${checkId}`);
  }

  /** Remembers that checks counted in scorecards. */
  async noteCounted(
    tx: Knex.Transaction,
    counted: { scorecardId: string; checkId: string }[],
  ): Promise<void> {
    for (const chunk of chunks(counted, ROWS_A_STATEMENT)) {
      await tx<StoredCount>('counted_checks')
        .insert(
          chunk.map(({ checkId, scorecardId }) => ({
            scorecard_id: scorecardId,
            check_id: checkId,
          })),
        )
        .onConflict(['scorecard_id', 'check_id'])
        .ignore();
    }
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
