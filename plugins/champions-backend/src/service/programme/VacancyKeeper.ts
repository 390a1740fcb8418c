import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { ProgrammeSource } from '../../programme/ProgrammeSource';
import { OrganisationStore } from '../../store/programme/OrganisationStore';
import { VacancyStore } from '../../store/programme/VacancyStore';
import { VacancyNotifier } from './VacancyNotifier';

export interface VacancyKeeperOptions {
  database: Knex;
  logger: LoggerService;
  programme: ProgrammeSource;
  organisation: OrganisationStore;
  vacancies: VacancyStore;
  notifier: VacancyNotifier;
  clock: () => Date;
}

const LOOK_MS = 60_000;
/** After this another replica tells what the first one left untold. */
const TELLING_MS = 120_000;

/**
 * Keeps the list of vacancies, and has each lead told once. The replica that
 * hears of a change looks at once; one of them looks every minute in any case.
 * Rounds may overlap between replicas.
 */
export class VacancyKeeper {
  readonly #options: VacancyKeeperOptions;
  readonly #loop: LeasedLoop;
  #isStarted = false;
  #isNudged = false;
  #work: Promise<void> | undefined;

  constructor(options: VacancyKeeperOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'champion-vacancies',
      leases: new Leases(options),
      logger: options.logger,
      run: async () => {
        await this.round();
        return LOOK_MS;
      },
    });
  }

  start(): void {
    this.#isStarted = true;
    this.#loop.start();
  }

  async stop(): Promise<void> {
    this.#isStarted = false;
    await this.#work;
    await this.#loop.stop();
  }

  /** Something changed that may open or close vacancies. */
  nudge(): void {
    if (this.#isStarted) {
      this.#isNudged = true;
      this.#work ??= this.#lookWhileNudged();
    }
  }

  async #lookWhileNudged(): Promise<void> {
    const { logger } = this.#options;
    while (this.#isNudged) {
      this.#isNudged = false;
      try {
        await this.round();
      } catch (error) {
        logger.warn(
          `Vacancies of champions are looked at again later: ${stringifyError(error)}`,
        );
      }
    }
    this.#work = undefined;
  }

  async round(): Promise<void> {
    const { clock, notifier, organisation, programme, vacancies } =
      this.#options;
    const { captains, mustCover } = programme.current().settings;
    const now = clock().getTime();
    await vacancies.reconcile(mustCover.groupTypes, now);
    const claimed = await vacancies.claim(now, now + TELLING_MS);
    if (claimed.length > 0) {
      const told = await notifier.tell(
        claimed,
        await organisation.groups(),
        captains,
      );
      await vacancies.told(told, now);
    }
  }
}
