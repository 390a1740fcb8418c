import { isPostgres } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/**
 * Lets one transaction at a time change assignments or coverage: coverage is
 * decided by many rows, and two changes that do not see each other would decide
 * wrongly. SQLite has one connection and needs nothing.
 */
export async function holdChampions(tx: Knex.Transaction): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw(
      `select pg_advisory_xact_lock(hashtextextended(current_schema() || '.champions', 0))`,
    );
  }
}
