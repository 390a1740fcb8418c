import { QueueHistory } from './queueHistory';

/** How long something took, of reports that became final; milliseconds. @public */
export interface DurationFigures {
  /** As long or shorter for half of them. */
  medianMs: number;
  /** As long or shorter for 95 of 100. */
  p95Ms: number;
  longestMs: number;
}

/** What a sweep of retention took out; a row each, as docs/operating.md names them. @public */
export const RETENTION_KINDS = [
  'bodies',
  'uploads',
  'branches',
  'inventories',
  'deliveries',
  'idempotencyKeys',
  'tokens',
  'findings',
  'history',
] as const;

/** @public */
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** The last sweep of retention. @public */
export interface RetentionRun {
  /** ISO 8601, UTC, as all times here. */
  startedAt: string;
  /** Absent while it runs, and for ever when its process died. */
  finishedAt?: string;
  /** The log of the back end says why. */
  failed: boolean;
  /** How many of each; absent until it is finished. */
  deleted?: Record<RetentionKind, number>;
}

/**
 * Answer of `GET /health/queue`: how the processing of reports gets on. Numbers
 * of all replicas, but for `workers`.
 *
 * @public
 */
export interface QueueHealth {
  queue: {
    /** Reports that nobody works on yet. */
    waiting: number;
    /** Reports that are worked on. */
    processing: number;
    /** Of those that wait, how many were tried before. */
    retrying: number;
    /** When the one that waits longest came into the queue. */
    oldestWaitingSince?: string;
    /** There are more; only the oldest 10,000 were counted. */
    isLowerBound?: boolean;
  };
  /** What became final in the last hour. */
  lastHour: {
    finished: number;
    /** From coming into the queue to the last attempt; absent without reports. */
    waited?: DurationFigures;
    /** From the begin of the last attempt to being final. */
    processed?: DurationFigures;
    /** There are more; only the newest 10,000 were counted. */
    isLowerBound?: boolean;
  };
  /** What was received in the last 24 hours and then came to nothing. */
  lastDay: {
    failed: number;
    rejected: number;
    /** There are more than the 10,000 of each that were counted. */
    isLowerBound?: boolean;
  };
  /** Threads that read reports, in the replica that answers. */
  workers: { size: number; busy: number };
  retention: {
    /** Absent before the first. */
    lastRun?: RetentionRun;
    /** When something is wrong if none began until then; absent before the first. */
    overdueAt?: string;
  };
  /** On PostgreSQL of the whole database that ingestion's tables are in. */
  databaseBytes: number;
  asOf: string;
}

/** For who runs ingestion. @public */
export interface HealthApi {
  /** `GET /health/queue`, for who has the permission `ingestion.admin` */
  getQueueHealth(): Promise<QueueHealth>;
  /** `GET /health/queue/history`, for who has the permission `ingestion.admin` */
  getQueueHistory(): Promise<QueueHistory>;
}
