import { basename } from 'node:path';
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  ProgrammeFault,
  ProgrammeState,
} from '@synchrony/backstage-plugin-champions-common';
import { DEFAULT_SETTINGS } from '../../programme/defaultSettings';
import { parseProgramme } from '../../programme/parseProgramme';
import { ProgrammeSource } from '../../programme/ProgrammeSource';
import { readProgrammeText } from '../../programme/readProgrammeText';
import {
  ProgrammeFileStore,
  StoredProgrammeFile,
} from '../../store/programme/ProgrammeFileStore';

export interface ProgrammeFileOptions {
  location: string;
  files: ProgrammeFileStore;
  urlReader: UrlReaderService;
  logger: LoggerService;
  clock: () => Date;
  /** How often the file is read again. */
  everyMs?: number;
}

const READ_MS = 60_000;

/**
 * The programme as code. A bad file changes nothing: the last good one, which
 * the database keeps for all replicas and restarts, stays in force.
 */
export class ProgrammeFile implements ProgrammeSource {
  readonly #options: ProgrammeFileOptions;
  #state: ProgrammeState;
  #told = '';
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopped = true;
  readonly #listeners: (() => Promise<void>)[] = [];

  constructor(options: ProgrammeFileOptions) {
    this.#options = options;
    this.#state = {
      settings: DEFAULT_SETTINGS,
      loadedAt: options.clock().toISOString(),
      faults: [],
    };
  }

  current(): ProgrammeState {
    return this.#state;
  }

  onChange(listener: () => Promise<void>): void {
    this.#listeners.push(listener);
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
    const { clock, files, location } = this.#options;
    const last = await files.last();
    const text = await this.#read();
    if (typeof text !== 'string') {
      this.#fallBack(last, text.faults);
      return;
    }
    const { faults, settings } = parseProgramme(text);
    if (!settings) {
      this.#fallBack(last, faults);
      return;
    }
    const isKept = last?.location === location && last.text === text;
    const loadedAt = isKept ? last.loadedAt : clock().getTime();
    if (!isKept) {
      await files.keep({ location, text, loadedAt });
    }
    this.#use({
      settings,
      location: this.#name(location),
      loadedAt: new Date(loadedAt).toISOString(),
      faults: [],
    });
  }

  async #read(): Promise<string | { faults: ProgrammeFault[] }> {
    const { location, logger, urlReader } = this.#options;
    try {
      return await readProgrammeText(location, urlReader);
    } catch (error) {
      // The reason may name servers and paths, so only the log has it.
      logger.warn(
        `The programme of champions cannot be read: ${stringifyError(error)}`,
      );
      return { faults: [{ message: 'The file cannot be read' }] };
    }
  }

  #fallBack(
    last: StoredProgrammeFile | undefined,
    faults: ProgrammeFault[],
  ): void {
    const settings = last && parseProgramme(last.text).settings;
    this.#use(
      settings
        ? {
            settings,
            location: this.#name(last.location),
            loadedAt: new Date(last.loadedAt).toISOString(),
            faults,
          }
        : { ...this.#state, faults },
    );
  }

  #use(state: ProgrammeState): void {
    this.#state = state;
    const faults = state.faults
      .map(({ column, line, message }) =>
        [line, column, message].filter(part => part !== undefined).join(':'),
      )
      .join('; ');
    if (faults !== this.#told && faults !== '') {
      this.#options.logger.warn(
        `The programme of champions has faults, and the last good one stays: ${faults}`,
      );
    }
    this.#told = faults;
  }

  /** Where it lies on a server or in a repository is nobody's business. */
  #name(location: string): string {
    return basename(location.replace(/[?#].*$/, ''));
  }

  #schedule(): void {
    if (this.#isStopped) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#round = this.#look().then(() => this.#schedule());
    }, this.#options.everyMs ?? READ_MS);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const before = JSON.stringify(this.#state.settings);
    try {
      await this.refresh();
      if (JSON.stringify(this.#state.settings) !== before) {
        await Promise.all(this.#listeners.map(tell => tell()));
      }
    } catch (error) {
      this.#options.logger.warn(
        `The programme of champions is read again later: ${stringifyError(error)}`,
      );
    }
  }
}
