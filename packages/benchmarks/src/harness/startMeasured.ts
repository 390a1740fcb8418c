import path from 'node:path';
import { BackendProcess } from './BackendProcess';
import { BackendTask } from './backendProtocol';
import { writeMeasureDefinitions } from './definitions';
import { BenchmarkContext } from './types';

/** Scorecards of checks about measures, every entity of which is evaluated. */
export interface Measured {
  backend: BackendProcess;
  /** The number of the newest row of the feed. */
  lastSeq: number;
}

export type Engine = 'PostgreSQL' | 'SQLite';

export async function startMeasured(
  context: BenchmarkContext,
  options: {
    engine: Engine;
    prefix: string;
    entities: number;
    checks: number;
    /** When the first facts were so; now without it. ISO 8601. */
    observedAt?: string;
  },
): Promise<Measured> {
  const { checks, engine, entities, observedAt, prefix } = options;
  const task: BackendTask = {
    engine:
      engine === 'PostgreSQL'
        ? { postgres: context.postgres.url }
        : { sqlite: path.join(context.folder, 'sqlite') },
    prefix,
    entities,
    ingestion: false,
    config: {
      scorecards: {
        sources: ['measures'],
        defaultDefinitions: false,
        definitions: [await writeMeasureDefinitions(context.folder, checks)],
      },
    },
  };
  const backend = await BackendProcess.start(task);
  const { lastSeq } = await backend.publish({
    from: 0,
    to: entities,
    phase: 0,
    week: 0,
    note: 0,
    observedAt,
  });
  await backend.evaluated(entities, lastSeq);
  return { backend, lastSeq };
}
