import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  FindingArrival,
  FindingArrivals,
  IngestionClient,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  EntityProjection,
  LeasedLoop,
  Leases,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { arrivalNotice } from '../../arrivals/arrivalNotice';
import { ArrivalRoundStore } from '../../store/arrivals/ArrivalRoundStore';
import { DeskStore } from '../../store/desk/DeskStore';

const LOOK_MS = 30_000;

export interface ArrivalNotifierOptions {
  database: Knex;
  desks: Pick<DeskStore, 'listWork'>;
  entities: Pick<EntityProjection, 'get'>;
  /** Absent where findings are not to be counted. */
  ingestion?: Pick<IngestionClient, 'getArrivals'>;
  logger: LoggerService;
  notifications?: NotificationService;
  people: PeopleStore;
  rounds: ArrivalRoundStore;
}

type Arrival = Omit<FindingArrival, 'at'>;

/**
 * Tells champions within a minute that critical or high findings came to what
 * they look after, on one replica. What breaks off is told again with the next
 * round, and takes the place of what was told before.
 */
export class ArrivalNotifier {
  readonly #options: ArrivalNotifierOptions;
  readonly #loop: LeasedLoop;

  constructor(options: ArrivalNotifierOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'champion-arrivals',
      leases: new Leases(options),
      logger: options.logger,
      retryMs: LOOK_MS,
      run: async () => {
        await this.round();
        return LOOK_MS;
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** The first round only notes where news begin. */
  async round(): Promise<void> {
    const { ingestion, notifications, rounds } = this.#options;
    if (!ingestion || !notifications) {
      return;
    }
    const cursor = await rounds.cursor();
    const arrivals = await this.#ask(ingestion, cursor);
    if (!arrivals || arrivals.cursor === cursor) {
      return;
    }
    await this.#tell(notifications, sumUp(arrivals.items));
    await rounds.setCursor(arrivals.cursor);
  }

  /** Undefined where ingestion is not installed. */
  async #ask(
    ingestion: Pick<IngestionClient, 'getArrivals'>,
    cursor: string | undefined,
  ): Promise<FindingArrivals | undefined> {
    try {
      return await ingestion.getArrivals(cursor);
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }

  async #tell(
    notifications: NotificationService,
    arrivals: Map<string, Arrival>,
  ): Promise<void> {
    if (arrivals.size === 0) {
      return;
    }
    const { database, desks, entities, people } = this.#options;
    const work = await desks.listWork([...arrivals.keys()]);
    const names = await people.refsOf(database, [
      ...new Set(work.map(({ personId }) => personId)),
    ]);
    const known = await entities.get([...names.values(), ...arrivals.keys()]);
    const helpers = Map.groupBy(work, row => row.entityRef);
    for (const [entityRef, arrival] of arrivals) {
      const entity = known.get(entityRef);
      const told = (helpers.get(entityRef) ?? [])
        .flatMap(({ personId }) => names.get(personId) ?? [])
        .filter(userRef => known.has(userRef))
        .sort();
      if (entity && told.length > 0) {
        await notifications.send({
          recipients: { type: 'entity', entityRef: told },
          payload: arrivalNotice(arrival, entity.title),
        });
      }
    }
  }
}

function sumUp(items: FindingArrival[]): Map<string, Arrival> {
  const sums = new Map<string, Arrival>();
  for (const { critical, entityRef, high } of items) {
    const sum = sums.get(entityRef) ?? { entityRef, critical: 0, high: 0 };
    sums.set(entityRef, {
      entityRef,
      critical: sum.critical + critical,
      high: sum.high + high,
    });
  }
  return sums;
}
