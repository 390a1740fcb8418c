import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/**
 * Creates or upgrades the tables of this library in the database of the
 * calling plugin. They have a migrations table of their own, so that they do
 * not get in the way of the plugin's migrations.
 *
 * @public
 */
export async function migrateScorecardsNode(database: Knex): Promise<void> {
  await database.migrate.latest({
    directory: resolvePackagePath(
      '@synchrony/backstage-plugin-scorecards-node',
      'migrations',
    ),
    tableName: 'synchrony_node_migrations',
  });
}
