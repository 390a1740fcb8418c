import { basename } from 'node:path';
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { DefinitionFault } from '@synchrony/backstage-plugin-virtual-teams-common';
import {
  DefinitionFileStore,
  StoredDefinitionFile,
} from '../store/DefinitionFileStore';
import { ParsedDefinition } from './parseDefinition';
import { readDefinitionText } from './readDefinitionText';

/** What is in force, and the faults of a newer file that is not. */
export interface DefinitionState<T> {
  value: T;
  /** The name of the file; absent for what is built in. */
  location?: string;
  loadedAt: string;
  faults: DefinitionFault[];
}

export interface DefinitionFileOptions<T> {
  /** What the file holds, for the log. */
  subject: string;
  location: string;
  /** In force until a good file was read. */
  builtIn: T;
  parse(text: string): ParsedDefinition<T>;
  files: DefinitionFileStore;
  urlReader: UrlReaderService;
  logger: LoggerService;
  clock: () => Date;
  /** How often the file is read again. */
  everyMs?: number;
}

const READ_MS = 60_000;

/**
 * Something as code. A bad file changes nothing: the last good one, which the
 * database keeps for all replicas and restarts, stays in force.
 */
export class DefinitionFile<T> {
  readonly #options: DefinitionFileOptions<T>;
  #state: DefinitionState<T>;
  #told = '';
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopped = true;

  constructor(options: DefinitionFileOptions<T>) {
    this.#options = options;
    this.#state = {
      value: options.builtIn,
      loadedAt: options.clock().toISOString(),
      faults: [],
    };
  }

  current(): DefinitionState<T> {
    return this.#state;
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

  /** Reads the file and takes it into use, if it is good. */
  async refresh(): Promise<void> {
    const { clock, files, location, parse } = this.#options;
    const last = await files.last();
    const text = await this.#read();
    if (typeof text !== 'string') {
      this.#fallBack(last, text.faults);
      return;
    }
    const { faults, value } = parse(text);
    if (value === undefined) {
      this.#fallBack(last, faults);
      return;
    }
    const isKept = last?.location === location && last.text === text;
    const loadedAt = isKept ? last.loadedAt : clock().getTime();
    if (!isKept) {
      await files.keep({ location, text, loadedAt });
    }
    this.#use({
      value,
      location: nameOf(location),
      loadedAt: new Date(loadedAt).toISOString(),
      faults: [],
    });
  }

  async #read(): Promise<string | { faults: DefinitionFault[] }> {
    const { location, logger, subject, urlReader } = this.#options;
    try {
      return await readDefinitionText(location, urlReader);
    } catch (error) {
      // The reason may name servers and paths, so only the log has it.
      logger.warn(`The ${subject} cannot be read: ${stringifyError(error)}`);
      return { faults: [{ message: 'The file cannot be read' }] };
    }
  }

  #fallBack(
    last: StoredDefinitionFile | undefined,
    faults: DefinitionFault[],
  ): void {
    const value = last && this.#options.parse(last.text).value;
    this.#use(
      last && value !== undefined
        ? {
            value,
            location: nameOf(last.location),
            loadedAt: new Date(last.loadedAt).toISOString(),
            faults,
          }
        : { ...this.#state, faults },
    );
  }

  #use(state: DefinitionState<T>): void {
    const { logger, subject } = this.#options;
    this.#state = state;
    const faults = state.faults
      .map(({ column, line, message }) =>
        [line, column, message].filter(part => part !== undefined).join(':'),
      )
      .join('; ');
    if (faults !== this.#told && faults !== '') {
      logger.warn(
        `The ${subject} have faults, and the last good version stays: ${faults}`,
      );
    }
    this.#told = faults;
  }

  #schedule(): void {
    if (this.#isStopped) {
      return;
    }
    const { everyMs = READ_MS, logger, subject } = this.#options;
    this.#timer = setTimeout(() => {
      this.#round = this.refresh()
        .catch(error =>
          logger.warn(
            `The ${subject} are read again later: ${stringifyError(error)}`,
          ),
        )
        .then(() => this.#schedule());
    }, everyMs);
    this.#timer.unref();
  }
}

/** Where it lies on a server or in a repository is nobody's business. */
function nameOf(location: string): string {
  return basename(location.replace(/[?#].*$/, ''));
}
