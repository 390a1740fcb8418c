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

function keyOf(id: string, version: number): string {
  return `${id}@${version}`;
}

/** Remembers when which version of a scorecard was in use. */
export class ScorecardTermStore {
  readonly #database: Knex;

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
    const rows: (StoredTerm & { body: string })[] = await this.#database(
      'scorecard_terms as term',
    )
      .join('definitions as definition', function matchVersion() {
        this.on('definition.id', 'term.scorecard_id')
          .andOn('definition.version', 'term.version')
          .andOnVal('definition.kind', 'scorecard');
      })
      .orderBy([
        { column: 'term.since', order: 'desc' },
        { column: 'term.version', order: 'desc' },
      ])
      .select('term.since', 'term.until', 'definition.body');
    return rows.map(({ body, since, until }) => ({
      definition: JSON.parse(body),
      since: Number(since),
      ...(until !== null && { until: Number(until) }),
    }));
  }
}
