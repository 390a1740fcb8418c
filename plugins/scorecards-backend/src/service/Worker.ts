import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  SCORECARDS_SIGNAL_CHANNEL,
  ScorecardsSignal,
  signalBucketOf,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  EntityChange,
  EntityProjection,
  FACTS_CHANGED_TOPIC,
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DirtyStore } from '../store/DirtyStore';
import { FactTable } from '../store/FactTable';
import { MarkStore } from '../store/MarkStore';
import { ResultStore } from '../store/ResultStore';
import { DefinitionsService } from './DefinitionsService';
import { Evaluator } from './Evaluator';
import { FactReader } from './FactReader';

export interface WorkerOptions {
  database: Knex;
  logger: LoggerService;
  entities: EntityProjection;
  definitions: DefinitionsService;
  evaluator: Evaluator;
  reader: FactReader;
  dirty: DirtyStore;
  facts: FactTable;
  results: ResultStore;
  marks: MarkStore;
  /** Plugins whose facts are read. */
  sources: string[];
  /** Sources whose facts are pushed. */
  pushed: string[];
  events?: EventsService;
  signals?: SignalsService;
  clock: () => Date;
}

const POLL_MS = 5_000;
const RELOAD_MS = 5 * 60_000;
/** Beyond this a page that is open finds out by looking again. */
const MOST_SIGNALLED_A_BATCH = 200;

/**
 * Keeps scorecards up to date, on one replica at a time: reads facts, takes in
 * what the catalog says, evaluates what changed, and tells open pages.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #loop: LeasedLoop;
  #loadedAt: number | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'scorecards-evaluation',
      leases: new Leases(options),
      logger: options.logger,
      retryMs: POLL_MS,
      run: async () => {
        await this.round();
        return POLL_MS;
      },
    });
  }

  async start(): Promise<void> {
    const { entities, events, pushed, sources } = this.#options;
    const followed = new Set([...sources, ...pushed]);
    entities.onChange(change => this.#onCatalogChange(change));
    await events?.subscribe({
      id: 'scorecards-facts',
      topics: [FACTS_CHANGED_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const source = (eventPayload as { source?: unknown })?.source;
        if (typeof source === 'string' && followed.has(source)) {
          this.#loop.nudge();
        }
      },
    });
    this.#loop.start();
    entities.start();
  }

  async stop(): Promise<void> {
    await this.#options.entities.stop();
    await this.#loop.stop();
  }

  /** Something changed: looks now, if this replica is the one that does. */
  nudge(): void {
    this.#loop.nudge();
  }

  /** Does everything that is to be done now. */
  async round(): Promise<void> {
    const { clock, facts, reader, results, sources } = this.#options;
    await this.#reload();
    for (const source of sources) {
      if (await this.#isTyped(source)) {
        await reader.read(source, () => this.#drain());
      }
    }
    await facts.expire(clock());
    await results.endGrace(clock());
    await this.#drain();
  }

  /** Reads schemas and definitions from time to time. */
  async #reload(): Promise<void> {
    const { clock, definitions, reader, sources } = this.#options;
    const now = clock().getTime();
    if (this.#loadedAt !== undefined && now < this.#loadedAt + RELOAD_MS) {
      return;
    }
    for (const source of sources) {
      await reader.readSchema(source);
    }
    await definitions.load();
    await this.#markOutdated();
    this.#loadedAt = now;
  }

  /**
   * What another replica evaluated by other rules, as while a new version is
   * rolled out, is evaluated again.
   */
  async #markOutdated(): Promise<void> {
    const { clock, database, definitions, dirty, marks } = this.#options;
    const at = clock().getTime();
    const outdated = await marks.outdated(definitions.ruleset().hash);
    await dirty.mark(
      database,
      outdated.map(entityRef => ({ entityRef, at })),
    );
  }

  /** Rules can read a source once they know the types of its facts. */
  async #isTyped(source: string): Promise<boolean> {
    const { definitions, facts, reader } = this.#options;
    if (await facts.schemaOf(source)) {
      return true;
    }
    if (await reader.readSchema(source)) {
      await definitions.load();
      return true;
    }
    return false;
  }

  #drain(): Promise<void> {
    const { definitions, evaluator } = this.#options;
    return evaluator.drain(definitions.ruleset(), changed =>
      this.#signal(changed),
    );
  }

  async #onCatalogChange({ changed, removed }: EntityChange): Promise<void> {
    const { clock, database, dirty, results } = this.#options;
    const owners = [...changed.map(row => row.entityRef), ...removed].filter(
      ref => ref.startsWith('group:') || ref.startsWith('user:'),
    );
    const refs = [
      ...changed.map(row => row.entityRef),
      ...removed,
      ...(await results.ownedBy(owners)),
    ];
    const at = clock().getTime();
    await dirty.mark(
      database,
      refs.map(entityRef => ({ entityRef, at })),
    );
    this.#loop.nudge();
  }

  /**
   * Tells everybody, and so only of what everybody may see. Those who may see
   * more find out by looking again, as pages do every minute.
   */
  async #signal(changed: string[]): Promise<void> {
    const { logger, signals } = this.#options;
    if (
      !signals ||
      changed.length === 0 ||
      changed.length > MOST_SIGNALLED_A_BATCH
    ) {
      return;
    }
    try {
      await signals.publish<ScorecardsSignal>({
        recipients: { type: 'broadcast' },
        channel: SCORECARDS_SIGNAL_CHANNEL,
        message: {
          buckets: [...new Set(changed.map(signalBucketOf))].sort(
            (a, b) => a - b,
          ),
        },
      });
    } catch (error) {
      logger.warn(
        `Open pages learn of a change later: ${stringifyError(error)}`,
      );
    }
  }
}
