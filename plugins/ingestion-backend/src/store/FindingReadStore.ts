import { FindingEvent } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { toBoolean, toNumber } from './engine';
import { FindingRow, Sighting } from './findingRow';
import { readable } from './readable';

/** One finding, and what belongs to the findings of a page. */
export class FindingReadStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async get(id: string): Promise<FindingRow | undefined> {
    return readable(this.#database('findings'))
      .where('findings.id', id)
      .first();
  }

  /** Last seen comes from the scope, so an unchanged finding costs no write. */
  async listSightings(findingIds: string[]): Promise<Sighting[]> {
    const rows = await this.#database('presences')
      .join('scopes', 'scopes.id', 'presences.scope_id')
      .whereIn('presences.finding_id', findingIds)
      .orderBy('scopes.id')
      .select(
        'presences.finding_id',
        'presences.present',
        'presences.seen_at',
        'scopes.tool',
        'scopes.category',
        'scopes.ref',
        'scopes.environment',
        'scopes.counted',
        'scopes.last_complete_at',
      );
    return rows.map(row => {
      const present = toBoolean(row.present);
      const seenAt = toNumber(row.seen_at);
      return {
        findingId: row.finding_id,
        tool: row.tool,
        category: row.category,
        ref: row.ref,
        environment: row.environment,
        counted: toBoolean(row.counted),
        present,
        lastSeenAt: present
          ? Math.max(seenAt, toNumber(row.last_complete_at ?? 0))
          : seenAt,
      };
    });
  }

  async listEvents(findingId: string): Promise<FindingEvent[]> {
    const rows = await this.#database('finding_events')
      .where({ finding_id: findingId })
      .orderBy('id')
      .limit(500);
    return rows.map(row => ({
      at: new Date(toNumber(row.at)).toISOString(),
      kind: row.kind,
      actor: row.actor ?? undefined,
      source: row.source ?? undefined,
      reportId: row.report_id ?? undefined,
      tool: row.tool ?? undefined,
      commit: row.commit ?? undefined,
      note: row.note ?? undefined,
    }));
  }

  /** Tool and commit of the scope that lends a finding its words. */
  async getLead(
    scopeId: number,
  ): Promise<{ tool: string; commit?: string; ref: string } | undefined> {
    const row = await this.#database('scopes').where({ id: scopeId }).first();
    return (
      row && {
        tool: row.tool,
        commit: row.commit ?? undefined,
        ref: row.ref,
      }
    );
  }
}
