import { peakResidentBytes } from '../parsing/peakResidentBytes';
import { BackendTask, ChildReply, ChildTask } from './backendProtocol';
import { replyWith } from './childProcess';
import { entitiesOf } from './entities';
import { indexedCatalog } from './indexedCatalog';
import { measuresPlugin } from './measuresPlugin';
import { Postgres } from './Postgres';
import { progressModule } from './progressModule';
import { SqliteFolder } from './SqliteFolder';
import { RunningBackend, startBackend } from './startBackend';

let running: RunningBackend | undefined;

async function start(task: BackendTask): Promise<RunningBackend> {
  const { config, engine, ingestion, prefix } = task;
  const entities = entitiesOf(task.entities);
  return startBackend({
    databases:
      'postgres' in engine
        ? new Postgres(engine.postgres)
        : new SqliteFolder(engine.sqlite),
    prefix,
    entities,
    catalog: indexedCatalog(entities),
    features: [
      import('@synchrony/backstage-plugin-scorecards-backend'),
      progressModule,
      measuresPlugin,
      ...(ingestion
        ? [import('@synchrony/backstage-plugin-ingestion-backend')]
        : []),
    ],
    config,
  });
}

async function carryOut(task: ChildTask): Promise<ChildReply> {
  try {
    switch (task.kind) {
      case 'start':
        running = await start(task.backend);
        return { kind: 'started', baseUrl: running.baseUrl };
      case 'memory':
        return {
          kind: 'memory',
          memory: {
            resident: process.memoryUsage.rss(),
            peak: peakResidentBytes(),
          },
        };
      default:
        await running?.stop();
        return { kind: 'stopped' };
    }
  } catch (error) {
    return { kind: 'error', message: String(error) };
  }
}

replyWith(carryOut);
