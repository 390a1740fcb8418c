import knexFactory, { Knex } from 'knex';
import { createTestIngestion, entityRow } from './createTestIngestion';

/** How a process is told what to do, as JSON in its first argument. */
export interface ImportOrder {
  client: string;
  connection: string | Knex.StaticConnectionConfig;
  /** Days that its clock is ahead, so that leases of the dead have ended. */
  daysAhead: number;
  /** Attempts before a report counts as failed; those of the product otherwise. */
  attempts?: number;
  /** Kill this process in the middle of this statement. */
  killAt?: number;
}

async function main(order: ImportOrder): Promise<void> {
  const database = knexFactory({
    client: order.client,
    connection: order.connection,
    useNullAsDefault: true,
    ...(order.client !== 'pg' && { pool: { min: 1, max: 1 } }),
  });
  const { clock, ingestion, stop } = await createTestIngestion(
    database,
    {
      get: async refs => new Map(refs.map(ref => [ref, entityRow(ref)])),
    },
    {
      start: false,
      config: {
        ...(order.attempts && { processing: { attempts: order.attempts } }),
      },
    },
  );
  clock.advanceDays(order.daysAhead);
  let statements = 0;
  database.on('query', () => {
    statements += 1;
    if (statements === order.killAt) {
      process.kill(process.pid, 'SIGKILL');
    }
  });
  ingestion.loop.start();
  await ingestion.loop.idle();
  await stop();
  await database.destroy();
  process.stdout.write(String(statements));
}

const [, , text] = process.argv;
if (text?.startsWith('{')) {
  main(JSON.parse(text)).catch(error => {
    process.stderr.write(String(error?.stack ?? error));
    process.exitCode = 1;
  });
}
