import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  DefinitionFault,
  SkillTaxonomy,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { SkillFileStore, StoredSkillFile } from '../store/SkillFileStore';
import { parseSkills } from './parseSkills';
import { SkillsSource } from './SkillsSource';

export interface SkillsFileOptions {
  location: string;
  /** In force until a good file was read. */
  builtIn: SkillTaxonomy;
  files: SkillFileStore;
  urlReader: UrlReaderService;
  logger: LoggerService;
  clock: () => Date;
}

const READ_MS = 60_000;

/**
 * The taxonomy as code. A bad file changes nothing: the last good one, which
 * the database keeps for all replicas and restarts, stays in force.
 */
export class SkillsFile implements SkillsSource {
  readonly #options: SkillsFileOptions;
  #state: SkillTaxonomy;
  #told = '';
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopped = true;

  constructor(options: SkillsFileOptions) {
    this.#options = options;
    this.#state = options.builtIn;
  }

  current(): SkillTaxonomy {
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
    const { clock, files, location } = this.#options;
    const last = await files.last();
    const text = await this.#read();
    const { faults, skills } =
      typeof text === 'string' ? parseSkills(text) : text;
    if (typeof text !== 'string' || !skills) {
      this.#fallBack(last, faults);
      return;
    }
    const isKept = last?.location === location && last.text === text;
    const loadedAt = isKept ? last.loadedAt : clock().getTime();
    if (!isKept) {
      await files.keep({ location, text, loadedAt });
    }
    this.#use({
      items: skills,
      location: this.#name(location),
      loadedAt: new Date(loadedAt).toISOString(),
      faults: [],
    });
  }

  async #read(): Promise<
    string | { skills?: undefined; faults: DefinitionFault[] }
  > {
    const { location, logger, urlReader } = this.#options;
    try {
      if (!/^https?:/.test(location)) {
        return await readFile(location, 'utf8');
      }
      const response = await urlReader.readUrl(location);
      return (await response.buffer()).toString('utf8');
    } catch (error) {
      // The reason may name servers and paths, so only the log has it.
      logger.warn(`The skills cannot be read: ${stringifyError(error)}`);
      return { faults: [{ message: 'The file cannot be read' }] };
    }
  }

  #fallBack(
    last: StoredSkillFile | undefined,
    faults: DefinitionFault[],
  ): void {
    const items = last && parseSkills(last.text).skills;
    this.#use(
      items
        ? {
            items,
            location: this.#name(last.location),
            loadedAt: new Date(last.loadedAt).toISOString(),
            faults,
          }
        : { ...this.#state, faults },
    );
  }

  #use(state: SkillTaxonomy): void {
    this.#state = state;
    const faults = state.faults
      .map(({ column, line, message }) =>
        [line, column, message].filter(part => part !== undefined).join(':'),
      )
      .join('; ');
    if (faults !== this.#told && faults !== '') {
      this.#options.logger.warn(
        `The skills have faults, and the last good ones stay: ${faults}`,
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
      this.#round = this.refresh()
        .catch(error =>
          this.#options.logger.warn(
            `The skills are read again later: ${stringifyError(error)}`,
          ),
        )
        .then(() => this.#schedule());
    }, READ_MS);
    this.#timer.unref();
  }
}
