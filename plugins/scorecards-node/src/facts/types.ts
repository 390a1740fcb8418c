import { Knex } from 'knex';
import { Router } from 'express';

/** What a source says about one entity. @public */
export interface FactRow<F> {
  entityRef: string;
  /** `null` withdraws what was said before. */
  facts: F | null;
  /** ISO 8601. */
  observedAt: string;
  /** When time alone changes the facts, ISO 8601. */
  validUntil?: string;
}

/**
 * Publishes facts per catalog entity, for scorecards and whoever else wants
 * to follow them. No change is ever missed by a reader.
 *
 * @public
 */
export interface FactFeed<F> {
  /**
   * Must be the last statement before the commit of `tx`: it takes a lock that
   * is held to the commit, so that changes become visible in the order of
   * their sequence numbers. Rows whose facts and `validUntil` did not change
   * are skipped. Answers the refs that were written.
   */
  publish(tx: Knex.Transaction, rows: FactRow<F>[]): Promise<string[]>;
  /** To be called after the commit: tells readers to look now. Never throws. */
  announce(): Promise<void>;
  /** Serves the feed and its schema; mount it at {@link FACT_FEED_PATH}. */
  router(): Router;
  /**
   * Keeps facts true while only time passes: rows past their `validUntil` are
   * handed to `recompute`, at most 500 a call, on one replica at a time.
   */
  start(recompute: (entityRefs: string[]) => Promise<void>): void;
  /** Recomputes what is due now; answers how many rows were due. */
  recomputeDue(
    recompute: (entityRefs: string[]) => Promise<void>,
  ): Promise<number>;
  stop(): Promise<void>;
}

/** One row of the feed as it is read. @public */
export type FactFeedItem<F = unknown> = FactRow<F>;

/** Answer of `GET /scorecard-facts`. @public */
export interface FactFeedPage<F = unknown> {
  items: FactFeedItem<F>[];
  /** Where to go on reading. */
  cursor: string;
  /** Whether there is more to read now. */
  more: boolean;
  /**
   * The cursor of the request is unknown, and reading starts from the
   * beginning. At `more: false` the reader withdraws the entities of this
   * source that it was not sent.
   */
  reset?: boolean;
}

/** Where a plugin mounts its feed. @public */
export const FACT_FEED_PATH = '/scorecard-facts';

/** Event that facts of a source changed, `{ source }`. @public */
export const FACTS_CHANGED_TOPIC = 'synchrony.facts.changed';
