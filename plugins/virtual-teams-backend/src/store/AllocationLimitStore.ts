import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** How much time people say that they give at most. */
export class AllocationLimitStore {
  /** In percent, of those who say so. */
  async of(
    tx: Knex,
    personIds: readonly number[],
  ): Promise<Map<number, number>> {
    const rows = await tx('profiles')
      .select('person_id', 'limit_pct')
      .where(each => whereAmong(each, 'person_id', personIds))
      .whereNotNull('limit_pct');
    return new Map(rows.map(row => [row.person_id, row.limit_pct]));
  }
}
