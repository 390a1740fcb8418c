import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  migrateScorecardsNode,
  tuneEmbeddedDatabase,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

const PACKAGE = '@synchrony/backstage-plugin-virtual-teams-backend';

export async function migrate(client: Knex): Promise<void> {
  await migrateScorecardsNode(client);
  await client.migrate.latest({
    directory: resolvePackagePath(PACKAGE, 'migrations'),
  });
}

/** The plugin's database, ready for use. */
export async function prepareDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const client = await database.getClient();
  await tuneEmbeddedDatabase(client);
  if (!database.migrations?.skip) {
    await migrate(client);
  }
  return client;
}
