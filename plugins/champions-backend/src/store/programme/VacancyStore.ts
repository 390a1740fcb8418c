import {
  CoverageReason,
  CoverageState,
} from '@synchrony/backstage-plugin-champions-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { knownEntities } from './knownEntities';

/** A group that has to be covered and is not, or not for long. */
export interface StoredVacancy {
  scopeRef: string;
  state: CoverageState;
  since: number;
}

const ROWS_A_STATEMENT = 500;
const VACANT: CoverageState[] = ['uncovered', 'at_risk'];

/** Which groups lack a champion, and whose lead was told. */
export class VacancyStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /**
   * Opens and closes vacancies by what coverage says now. What is open already
   * is read first: what another replica opens meanwhile stays.
   */
  async reconcile(groupTypes: string[], now: number): Promise<void> {
    await this.#database.transaction(async tx => {
      const before: string[] = await tx('vacancies').pluck('scope_ref');
      const vacant: { scope_ref: string; state: CoverageState }[] =
        await knownEntities(tx, 'group')
          .join(
            'coverage',
            'coverage.entity_ref',
            'synchrony_entities.entity_ref',
          )
          .whereIn('synchrony_entities.type', groupTypes)
          .whereIn('coverage.state', VACANT)
          .whereExists(
            tx({ owned: 'coverage' })
              .select(tx.raw('1'))
              .whereRaw('owned.owner_ref = synchrony_entities.entity_ref')
              .andWhere('owned.kind', 'component')
              .andWhere('owned.is_production', true),
          )
          .select({
            scope_ref: 'synchrony_entities.entity_ref',
            state: 'coverage.state',
          });
      for (const chunk of chunks(vacant, ROWS_A_STATEMENT)) {
        await tx('vacancies')
          .insert(chunk.map(row => ({ ...row, since: now })))
          .onConflict('scope_ref')
          .merge(['state']);
      }
      const open = new Set(vacant.map(row => row.scope_ref));
      const over = before.filter(ref => !open.has(ref));
      for (const chunk of chunks(over, ROWS_A_STATEMENT)) {
        await tx('vacancies').whereIn('scope_ref', chunk).delete();
      }
    });
  }

  async list(): Promise<(StoredVacancy & { reasons: CoverageReason[] })[]> {
    const rows = await this.#database('vacancies')
      .join('coverage', 'coverage.entity_ref', 'vacancies.scope_ref')
      .orderBy(['vacancies.since', 'vacancies.scope_ref'])
      .select(
        'vacancies.scope_ref',
        'vacancies.since',
        'coverage.state',
        'coverage.reasons',
      );
    return rows.map(row => ({
      scopeRef: row.scope_ref,
      since: Number(row.since),
      state: row.state,
      reasons: JSON.parse(row.reasons),
    }));
  }

  /** Takes vacancies of which nobody was told, for one replica to tell. */
  async claim(now: number, until: number): Promise<StoredVacancy[]> {
    const rows = await this.#database('vacancies')
      .whereNull('told_at')
      .andWhere(free =>
        free.whereNull('telling_until').orWhere('telling_until', '<', now),
      )
      .update({ telling_until: until })
      .returning(['scope_ref', 'state', 'since']);
    return rows
      .map(row => ({
        scopeRef: row.scope_ref,
        state: row.state,
        since: Number(row.since),
      }))
      .sort((a, b) => (a.scopeRef < b.scopeRef ? -1 : 1));
  }

  async told(scopeRefs: string[], now: number): Promise<void> {
    await this.#database('vacancies')
      .whereIn('scope_ref', scopeRefs)
      .update({ told_at: now });
  }
}
