import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { Candidate } from '../rebind/suggestEntity';
import { toNumber } from './engine';
import { takeReportStep } from './reportSteps';

const SOURCE_LOCATION = 'backstage.io/source-location';
const LOCATIONS_A_STATEMENT = 50;

/** Whose reports to look at; all without a submitter. */
export interface QuarantineFilter {
  submitter?: string;
  /** Also entities that vanished and have evidence. */
  withVanished: boolean;
}

export interface QuarantinePosition {
  since: number;
  entityRef: string;
}

/** Reports that wait for one entity. */
export interface QuarantinedGroup extends QuarantinePosition {
  reports: number;
}

/** What an entity was known by while the catalog had it. */
export interface VanishedEvidence {
  findings: number;
  scopes: number;
  lastScanAt: number;
  sourceLocation?: string;
}

interface GroupRow {
  entity_ref: string;
  reports: number | string;
  since: number | string;
}

/** What waits for entities that the catalog does not have. */
export class QuarantineStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** The oldest first; one row more than the limit tells that there are more. */
  async list(
    filter: QuarantineFilter,
    options: { after?: QuarantinePosition; limit: number },
  ): Promise<QuarantinedGroup[]> {
    const { after, limit } = options;
    const query = this.#database
      .from(this.#waiting(filter).as('waiting'))
      .groupBy('entity_ref')
      .select('entity_ref')
      .sum({ reports: 'reports' })
      .min({ since: 'since' })
      .orderByRaw('MIN(since), entity_ref')
      .limit(limit + 1);
    if (after) {
      query.havingRaw('(MIN(since), entity_ref) > (?, ?)', [
        after.since,
        after.entityRef,
      ]);
    }
    const rows: GroupRow[] = await query;
    return rows.map(row => ({
      entityRef: row.entity_ref,
      reports: Number(row.reports),
      since: toNumber(row.since),
    }));
  }

  async count(filter: QuarantineFilter): Promise<number> {
    const [{ count }] = await this.#database
      .from(this.#waiting(filter).as('waiting'))
      .countDistinct({ count: 'entity_ref' });
    return Number(count);
  }

  /** Who sent what waits, and what with. */
  async listSources(
    entityRefs: string[],
    submitter?: string,
  ): Promise<{ entityRef: string; submitter: string; tool?: string }[]> {
    const query = this.#database('reports')
      .where({ status: 'quarantined', ...(submitter && { submitter }) })
      .whereIn('entity_ref', entityRefs)
      .distinct('entity_ref', 'submitter', 'tool');
    const rows: {
      entity_ref: string;
      submitter: string;
      tool: string | null;
    }[] = await query;
    return rows.map(row => ({
      entityRef: row.entity_ref,
      submitter: row.submitter,
      tool: row.tool ?? undefined,
    }));
  }

  async readEvidence(
    entityRefs: string[],
  ): Promise<Map<string, VanishedEvidence>> {
    const count = (table: string) =>
      this.#database(table)
        .whereRaw('?? = entity_states.entity_ref', [`${table}.entity_ref`])
        .count('*');
    const rows: {
      entity_ref: string;
      findings: number | string;
      scopes: number | string;
      observed_at: number | string;
      source_location: string | null;
    }[] = await this.#database('entity_states')
      .whereIn('entity_ref', entityRefs)
      .select('entity_ref', 'observed_at', 'source_location', {
        findings: count('findings'),
        scopes: count('scopes'),
      });
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          findings: Number(row.findings),
          scopes: Number(row.scopes),
          lastScanAt: toNumber(row.observed_at),
          sourceLocation: row.source_location ?? undefined,
        },
      ]),
    );
  }

  /** Entities of a kind, for their names. */
  async listOfKind(kind: string): Promise<Candidate[]> {
    const rows: { entity_ref: string; name: string }[] = await this.#database(
      'synchrony_entities',
    )
      .where({ kind })
      .orderBy('entity_ref')
      .select('entity_ref', 'name');
    return rows.map(row => ({ entityRef: row.entity_ref, name: row.name }));
  }

  /** Entities of a kind by the place of their source, of some places. */
  async listOfSources(
    kind: string,
    locations: string[],
  ): Promise<Map<string, Candidate[]>> {
    const found = new Map<string, Candidate[]>();
    for (const chunk of chunks(locations, LOCATIONS_A_STATEMENT)) {
      const rows: { entity_ref: string; name: string; annotations: string }[] =
        await this.#database('synchrony_entities')
          .where({ kind })
          .where(either => {
            for (const location of chunk) {
              either.orWhereRaw(`annotations LIKE ? ESCAPE '\\'`, [
                `%${patternOf(location)}%`,
              ]);
            }
          })
          .orderBy('entity_ref')
          .select('entity_ref', 'name', 'annotations');
      for (const { annotations, entity_ref: entityRef, name } of rows) {
        const location = JSON.parse(annotations)[SOURCE_LOCATION];
        found.set(location, [
          ...(found.get(location) ?? []),
          { entityRef, name },
        ]);
      }
    }
    return found;
  }

  /** Rejects all that waits for an entity. */
  async reject(
    entityRef: string,
    outcome: { reason: string; error: string; processedAt: number },
  ): Promise<number> {
    return takeReportStep(
      this.#database('reports').where({ entity_ref: entityRef }),
      'discard',
      {
        reason: outcome.reason,
        error: outcome.error,
        processed_at: outcome.processedAt,
      },
    );
  }

  #waiting({ submitter, withVanished }: QuarantineFilter): Knex.QueryBuilder {
    const query = this.#database('reports')
      .where({ status: 'quarantined', ...(submitter && { submitter }) })
      .select(
        'entity_ref',
        this.#database.raw('1 AS reports'),
        'received_at as since',
      );
    if (withVanished) {
      query.unionAll([
        this.#database('entity_states')
          .where({ vanished: true })
          .select(
            'entity_ref',
            this.#database.raw('0 AS reports'),
            'observed_at as since',
          ),
      ]);
    }
    return query;
  }
}

/** The annotation as it stands among others in JSON. */
function patternOf(location: string): string {
  return JSON.stringify({ [SOURCE_LOCATION]: location })
    .slice(1, -1)
    .replace(/[\\%_]/g, '\\$&');
}
