import { Knex } from 'knex';

/** An entity is absent after this many sweeps of the catalog without it. */
const SWEEPS_TO_ABSENCE = 2;

/** What is kept of entities that the catalog has. */
export function knownEntities(tx: Knex, kind: string): Knex.QueryBuilder {
  return tx('synchrony_entities')
    .where('synchrony_entities.kind', kind)
    .andWhere('synchrony_entities.missed_sweeps', '<', SWEEPS_TO_ABSENCE);
}
