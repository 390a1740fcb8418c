import { LoggerService } from '@backstage/backend-plugin-api';
import { IngestionFacts } from '@synchrony/backstage-plugin-ingestion-common';
import { FactFeed } from '@synchrony/backstage-plugin-scorecards-node';
import { EntityStateStore } from '../store/EntityStateStore';
import { RuleIntelligenceStore } from '../store/RuleIntelligenceStore';
import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { DueUpdater } from './DueUpdater';

export interface IntelligenceFollowerOptions {
  ruleIntelligence: RuleIntelligenceStore;
  states: EntityStateStore;
  waiverEntities: WaiverEntityStore;
  dueUpdater: DueUpdater;
  feed: Pick<FactFeed<IngestionFacts>, 'announce'>;
  logger: LoggerService;
}

const ENTITIES_AT_ONCE = 200;

/**
 * Brings due dates and ranks up to date with EPSS, KEV and SSVC, and has waivers
 * looked at again of what is known to be exploited.
 */
export class IntelligenceFollower {
  readonly #options: IntelligenceFollowerOptions;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: IntelligenceFollowerOptions) {
    this.#options = options;
  }

  /**
   * Goes through the entities with findings of rules that changed. What a crash
   * leaves undone is done after the next start.
   */
  follow(): Promise<void> {
    const run = this.#running.then(() => this.#follow());
    this.#running = run.catch(() => {});
    return run;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #follow(): Promise<void> {
    const { feed, logger, ruleIntelligence, waiverEntities } = this.#options;
    const newest = await ruleIntelligence.newestPending();
    if (newest === undefined) {
      return;
    }
    await waiverEntities.setExploitedPending();
    let count = 0;
    let last = '';
    while (!this.#stopped) {
      const refs = await ruleIntelligence.listPendingEntities(
        last,
        ENTITIES_AT_ONCE,
      );
      if (refs.length === 0) {
        await ruleIntelligence.settle(newest);
        break;
      }
      for (const entityRef of refs) {
        count += (await this.#update(entityRef)) ? 1 : 0;
      }
      last = refs[refs.length - 1];
    }
    if (count > 0) {
      await feed.announce();
      logger.info(
        `Threat intelligence changed: computed due dates and order of ${count} entities again`,
      );
    }
  }

  /** Whether anything of the entity changed. */
  async #update(entityRef: string): Promise<boolean> {
    const { dueUpdater, states } = this.#options;
    while (!this.#stopped) {
      const state = (await states.get([entityRef])).get(entityRef);
      if (!state || !(await dueUpdater.isOutdated(state))) {
        return false;
      }
      // Somebody else may change it in between; then it is read again.
      if (await dueUpdater.update(state)) {
        return true;
      }
    }
    return false;
  }
}
