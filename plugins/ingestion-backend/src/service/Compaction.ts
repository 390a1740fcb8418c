import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { IngestionConfig } from '../config/readIngestionConfig';
import { DAY_MS } from '../sla';
import { CompactionStore } from '../store/CompactionStore';
import { RetentionCounts } from '../store/RetentionRunStore';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';

const ENTITIES_A_STEP = 100;
const FINDINGS_A_STEP = 500;
const EVENTS_A_STEP = 5000;

export interface CompactionOptions {
  database: Knex;
  states: EntityStateStore;
  compactions: CompactionStore;
  retention: IngestionConfig['retention'];
  logger: LoggerService;
  clock: () => Date;
}

/**
 * Takes out findings that were resolved long ago, all that is known of entities
 * that left long ago, and what scans changed in findings long ago. Sums over
 * them stay as they were, see `FindingFlowStore`.
 *
 * Each step advances the version of its entity, so a report that was compared
 * with the findings before the step is compared again.
 */
export class Compaction {
  readonly #options: CompactionOptions;

  constructor(options: CompactionOptions) {
    this.#options = options;
  }

  /** Answers how many findings and changes in their history. */
  async sweep(): Promise<Pick<RetentionCounts, 'findings' | 'history'>> {
    const { clock, compactions, retention } = this.#options;
    const now = clock().getTime();
    const before = now - retention.resolved * DAY_MS;
    const resolved = await this.#forEachEntity(
      () => compactions.entitiesResolvedBefore(before, ENTITIES_A_STEP),
      (tx, ref) =>
        compactions.compactResolved(tx, ref, before, FINDINGS_A_STEP),
    );
    const vanished = await this.#forEachEntity(
      () => compactions.entitiesVanishedBefore(before, ENTITIES_A_STEP),
      async (tx, ref) => {
        const count = await compactions.compactAll(tx, ref, FINDINGS_A_STEP);
        if (count < FINDINGS_A_STEP) {
          await compactions.dropScopes(tx, ref);
        }
        return count;
      },
    );
    const updatesBefore = now - retention.history * DAY_MS;
    let history = 0;
    let dropped = EVENTS_A_STEP;
    while (dropped === EVENTS_A_STEP) {
      dropped = await compactions.dropUpdatesBefore(
        updatesBefore,
        EVENTS_A_STEP,
      );
      history += dropped;
    }
    return { findings: resolved + vanished, history };
  }

  /** Answers how many findings were taken out. */
  async #forEachEntity(
    list: () => Promise<string[]>,
    compact: (tx: Knex.Transaction, entityRef: string) => Promise<number>,
  ): Promise<number> {
    let total = 0;
    let refs = await list();
    let progress = refs.length > 0;
    while (progress) {
      progress = false;
      for (const ref of refs) {
        const { count, done } = await this.#compactEntity(ref, compact);
        progress ||= done;
        total += count;
      }
      refs = await list();
      progress &&= refs.length > 0;
    }
    return total;
  }

  /** How many, and whether all; what somebody else changed meanwhile waits. */
  async #compactEntity(
    entityRef: string,
    compact: (tx: Knex.Transaction, entityRef: string) => Promise<number>,
  ): Promise<{ count: number; done: boolean }> {
    const { logger } = this.#options;
    let count = 0;
    try {
      let step = FINDINGS_A_STEP;
      while (step === FINDINGS_A_STEP) {
        step = await this.#step(entityRef, compact);
        count += step;
      }
      return { count, done: true };
    } catch (error) {
      if (!ConflictError.is(error)) {
        throw error;
      }
      logger.debug(`${entityRef} is compacted another time`);
      return { count, done: false };
    }
  }

  async #step(
    entityRef: string,
    compact: (tx: Knex.Transaction, entityRef: string) => Promise<number>,
  ): Promise<number> {
    const { database, states } = this.#options;
    const known = (await states.get([entityRef])).get(entityRef);
    return database.transaction(async tx => {
      if (known) {
        await states.advance(tx, nextOf(known));
      }
      return compact(tx, entityRef);
    });
  }
}

function nextOf(state: EntityState): EntityState {
  return { ...state, version: state.version + 1 };
}
