/**
 * What went through the queue in one hour of the clock. A number is absent
 * where it is not known: more than 100,000 reports came after that hour.
 *
 * @public
 */
export interface QueueHour {
  /** When the hour begins, ISO 8601, UTC. */
  from: string;
  received?: number;
  /** Reports that became final. */
  finished?: number;
  /** Reports that nobody worked on at the end of the hour, of the last one now. */
  waiting?: number;
  /** Of those that became final, the longest time in the queue; absent of none. */
  longestWaitMs?: number;
}

/** Answer of `GET /health/queue/history`. @public */
export interface QueueHistory {
  /** 24, the oldest first; the last one is not over. */
  hours: QueueHour[];
  asOf: string;
}
