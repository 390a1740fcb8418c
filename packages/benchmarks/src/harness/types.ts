import { JsonObject } from '@backstage/types';
import { Sizes } from '../sizes';
import { Postgres } from './Postgres';

/** One line of the table. */
export interface Comparison {
  work: string;
  ours: string;
  /** What ours stands beside: a physical limit, an empty route or a peer. */
  beside: string;
  /** Ours in relation to it, in words, e.g. `0.31`. */
  ratio: string;
  /** What architecture.md §5 asks for; empty where the line only informs. */
  reach: string;
  /** undefined where nothing is asked for. */
  met?: boolean;
  /** What a reader must know to judge the line: what was counted, what is not stock. */
  notes: string[];
}

/** Where the back end of a benchmark keeps its data. */
export interface BackendDatabases {
  /** `backend.database` of a back end whose databases start with the prefix. */
  backendConfig(prefix: string): JsonObject;
  /** Removes what a back end has left. */
  dropDatabases(prefix: string): Promise<void>;
}

export interface BenchmarkContext {
  sizes: Sizes;
  postgres: Postgres;
  /** Folder for files of this run; removed afterwards. */
  folder: string;
  /** Tells a person what is being done. */
  progress(text: string): void;
}

export interface Benchmark {
  name: string;
  title: string;
  run(context: BenchmarkContext): Promise<Comparison[]>;
}
