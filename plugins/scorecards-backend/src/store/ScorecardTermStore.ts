import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { ScorecardDefinition } from '../definitions/types';

/** When a version of a scorecard was in use, in milliseconds since the epoch. */
export interface ScorecardTerm {
  definition: ScorecardDefinition;
  since: number;
  /** Undefined while it is in use. */
  until?: number;
}

interface StoredTerm {
  scorecard_id: string;
  version: number;
  since: number | string;
  until: number | string | null;
}

const ROWS_A_STATEMENT = 200;

function keyOf(id: string, version: number): string {
  return `${id}@${version}`;
}

/** Remembers when which version of a scorecard was in use. */
export class ScorecardTermStore {
  readonly #database: Knex;
  /** No version ever changes, so each is read once. */
  readonly #definitions = new Map<string, ScorecardDefinition>();

  constructor(database: Knex) {
    this.#database = database;
  }

  /** Notes which versions are in use from now on; the others end. */
  async note(
    tx: Knex.Transaction,
    active: readonly ScorecardDefinition[],
    now: Date,
  ): Promise<void> {
    const open = await tx<StoredTerm>('scorecard_terms').whereNull('until');
    const wanted = new Set(active.map(({ id, version }) => keyOf(id, version)));
    for (const term of open) {
      const { scorecard_id: id, since, version } = term;
      if (!wanted.delete(keyOf(id, version))) {
        await tx<StoredTerm>('scorecard_terms')
          .where({ scorecard_id: id, version, since })
          .update({ until: now.getTime() });
      }
    }
    const begun = active.filter(({ id, version }) =>
      wanted.has(keyOf(id, version)),
    );
    if (begun.length > 0) {
      await tx<StoredTerm>('scorecard_terms')
        .insert(
          begun.map(({ id, version }) => ({
            scorecard_id: id,
            version,
            since: now.getTime(),
            until: null,
          })),
        )
        .onConflict(['scorecard_id', 'version', 'since'])
        .merge(['until']);
    }
  }

  /** All terms, newest first. */
  async all(): Promise<ScorecardTerm[]> {
    const rows = await this.#database<StoredTerm>('scorecard_terms').orderBy([
      { column: 'since', order: 'desc' },
      { column: 'version', order: 'desc' },
    ]);
    await this.#readDefinitions(
      rows.map(row => [row.scorecard_id, row.version]),
    );
    return rows.flatMap(({ scorecard_id: id, since, until, version }) => {
      const definition = this.#definitions.get(keyOf(id, version));
      return definition
        ? [
            {
              definition,
              since: Number(since),
              ...(until !== null && { until: Number(until) }),
            },
          ]
        : [];
    });
  }

  async #readDefinitions(versions: [string, number][]): Promise<void> {
    const missing = versions.filter(
      ([id, version]) => !this.#definitions.has(keyOf(id, version)),
    );
    for (const chunk of chunks(missing, ROWS_A_STATEMENT)) {
      const rows: { id: string; version: number; body: string }[] =
        await this.#database('definitions')
          .select('id', 'version', 'body')
          .where({ kind: 'scorecard' })
          .whereIn(['id', 'version'], chunk);
      for (const { body, id, version } of rows) {
        this.#definitions.set(keyOf(id, version), JSON.parse(body));
      }
    }
  }
}
