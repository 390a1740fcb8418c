import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { DefinitionsService } from './DefinitionsService';

export interface DefinitionFollowerOptions {
  definitions: DefinitionsService;
  logger: LoggerService;
  /** How often it is looked whether anything changed. */
  everyMs?: number;
}

const LOOK_MS = 30_000;

/**
 * Keeps the definitions of every replica up to date, since one of them only
 * takes new ones into use and all of them answer by what is in use.
 */
export class DefinitionFollower {
  readonly #options: DefinitionFollowerOptions;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopped = true;

  constructor(options: DefinitionFollowerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isStopped = false;
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #schedule(): void {
    if (this.#isStopped) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#round = this.#look().then(() => this.#schedule());
    }, this.#options.everyMs ?? LOOK_MS);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { definitions, logger } = this.#options;
    try {
      await definitions.refresh();
    } catch (error) {
      logger.warn(
        `Definitions of scorecards are looked at again later: ${stringifyError(error)}`,
      );
    }
  }
}
