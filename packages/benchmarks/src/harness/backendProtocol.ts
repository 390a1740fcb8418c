import { JsonObject } from '@backstage/types';

/** A back end in a process of its own, so that its memory is its own. */
export interface BackendTask {
  /** URL of a PostgreSQL, or the folder of SQLite's files. */
  engine: { postgres: string } | { sqlite: string };
  prefix: string;
  entities: number;
  ingestion: boolean;
  config: JsonObject;
}

export type ChildTask =
  | { kind: 'start'; backend: BackendTask }
  | { kind: 'memory' }
  | { kind: 'stop' };

export interface ChildMemory {
  /** Resident bytes now. */
  resident: number;
  /** The most that were resident. */
  peak: number;
}

export type ChildReply =
  | { kind: 'started'; baseUrl: string }
  | { kind: 'memory'; memory: ChildMemory }
  | { kind: 'stopped' }
  | { kind: 'error'; message: string };
