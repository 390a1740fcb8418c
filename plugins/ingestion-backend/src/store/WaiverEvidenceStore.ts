import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StoredWaiver, WaiverLogEntry } from '../waivers';
import { toNumber } from './engine';
import { toStoredWaiver, WaiverRow } from './waiverRow';

const REFS_A_STATEMENT = 500;

/** Waivers of many entities at a time in the past. */
export class WaiverEvidenceStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Waivers of these entities alone that were asked for by a time and had not
   * ended; those of a whole group are not among them.
   */
  async listAt(
    entityRefs: string[],
    time: number,
    limit: number,
  ): Promise<StoredWaiver[]> {
    const found: WaiverRow[] = await this.#database('waivers')
      .whereIn(
        'id',
        this.#database('waiver_entities')
          .whereIn('entity_ref', entityRefs)
          .select('waiver_id'),
      )
      .whereNot('kind', 'advisory')
      .where('requested_at', '<=', time)
      .where('expires_at', '>', time)
      .where(open => open.whereNull('ended_at').orWhere('ended_at', '>', time))
      .orderBy('id')
      .limit(limit);
    return found.map(toStoredWaiver);
  }

  /** Their decision logs up to a time, each in the order of its steps. */
  async listLogs(
    waiverIds: string[],
    time: number,
  ): Promise<Map<string, WaiverLogEntry[]>> {
    const logs = new Map<string, WaiverLogEntry[]>();
    for (const chunk of chunks(waiverIds, REFS_A_STATEMENT)) {
      const rows = await this.#database('waiver_events')
        .whereIn('waiver_id', chunk)
        .where('at', '<=', time)
        .orderBy(['waiver_id', 'at', 'id']);
      for (const row of rows) {
        const log = logs.get(row.waiver_id) ?? [];
        logs.set(row.waiver_id, log);
        log.push({
          kind: row.kind,
          at: toNumber(row.at),
          actor: row.actor ?? undefined,
          role: row.role ?? undefined,
          note: row.note ?? undefined,
        });
      }
    }
    return logs;
  }
}
