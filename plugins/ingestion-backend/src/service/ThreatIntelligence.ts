import {
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  BasicPermission,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import {
  intelligenceManagePermission,
  intelligenceReadPermission,
  THREAT_FILE_KINDS,
  ThreatFile,
  ThreatFileAnswer,
  ThreatFileKind,
  ThreatIntelligenceStatus,
} from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import {
  decodeFile,
  FileFault,
  readEpss,
  readKev,
  readSsvc,
  RowReader,
} from '../intelligence';
import { DAY_MS } from '../sla';
import { RuleIntelligenceStore } from '../store/RuleIntelligenceStore';
import { StoredThreatFile, ThreatFileStore } from '../store/ThreatFileStore';
import { IntelligenceFollower } from './IntelligenceFollower';
import { RequestError } from './RequestError';

const MB = 1024 * 1024;

const KINDS: Record<ThreatFileKind, { read: RowReader; maxBytes: number }> = {
  epss: { read: readEpss, maxBytes: 256 * MB },
  kev: { read: readKev, maxBytes: 32 * MB },
  ssvc: { read: readSsvc, maxBytes: 4096 * MB },
};

/** Loads that began longer ago are dead. */
const LONGEST_LOAD_MS = 2 * 60 * 60 * 1000;

export interface ThreatIntelligenceOptions {
  database: Knex;
  threatFiles: ThreatFileStore;
  ruleIntelligence: RuleIntelligenceStore;
  follower: IntelligenceFollower;
  permissions: PermissionsService;
  /** Days after which a file of each kind counts as old. */
  warnAfterDays: Record<ThreatFileKind, number>;
  logger: LoggerService;
  clock: () => Date;
}

/** A file as it arrives. */
export interface ThreatFileSource {
  content: AsyncIterable<Uint8Array>;
  /** Who or what it comes from, for people. */
  name: string;
}

/** Files of EPSS, KEV and SSVC: what is loaded, and loading new ones. */
export class ThreatIntelligence {
  readonly #options: ThreatIntelligenceOptions;

  constructor(options: ThreatIntelligenceOptions) {
    this.#options = options;
  }

  async status(
    credentials: BackstageCredentials,
  ): Promise<ThreatIntelligenceStatus> {
    await this.#require(credentials, intelligenceReadPermission);
    const { clock, ruleIntelligence, threatFiles } = this.#options;
    const files = await threatFiles.list();
    return {
      files: THREAT_FILE_KINDS.map(kind =>
        this.#toFile(
          kind,
          files.find(file => file.kind === kind),
        ),
      ),
      settled: (await ruleIntelligence.newestPending()) === undefined,
      canManage: await this.#can(credentials, intelligenceManagePermission),
      asOf: clock().toISOString(),
    };
  }

  /** Before anything of the body is read. */
  async requireManage(credentials: BackstageCredentials): Promise<void> {
    await this.#require(credentials, intelligenceManagePermission);
  }

  /**
   * Takes the whole file or nothing of it. Findings follow afterwards, see
   * `settled`.
   */
  async load(
    kind: ThreatFileKind,
    source: ThreatFileSource,
  ): Promise<ThreatFileAnswer> {
    const { clock, follower, logger, threatFiles } = this.#options;
    const startedAt = clock().getTime();
    await threatFiles.sweep(kind, startedAt - LONGEST_LOAD_MS);
    const generation = await threatFiles.begin(kind, startedAt);
    let replaced: Replaced;
    try {
      const file = await this.#stage(kind, generation, source);
      replaced = await this.#activate(file);
    } catch (error) {
      await threatFiles.drop(kind, generation);
      throw error instanceof FileFault
        ? new RequestError(
            400,
            `The ${kind} file is refused: ${error.message}`,
            `body, line ${error.line}, column ${error.column}`,
          )
        : error;
    }
    if (replaced.generation !== undefined) {
      await threatFiles.drop(kind, replaced.generation);
    }
    if (replaced.answer.changed) {
      follower.follow().catch(error => {
        logger.error('Findings can not follow threat intelligence', error);
      });
    }
    return replaced.answer;
  }

  async #stage(
    kind: ThreatFileKind,
    generation: number,
    source: ThreatFileSource,
  ): Promise<StoredThreatFile> {
    const { clock, threatFiles } = this.#options;
    const { maxBytes, read } = KINDS[kind];
    const file = decodeFile(source.content, { maxBytes });
    const batches = read(file.text);
    let rowCount = 0;
    let next = await batches.next();
    while (!next.done) {
      const { firstLine, lastLine, rows } = next.value;
      const inserted = await threatFiles.insert(kind, generation, rows);
      if (inserted < rows.length) {
        throw new FileFault(
          `a CVE comes twice, once in lines ${firstLine} to ${lastLine}`,
          firstLine,
          1,
        );
      }
      rowCount += inserted;
      next = await batches.next();
    }
    return {
      ...next.value,
      kind,
      generation,
      rowCount,
      contentHash: file.contentHash(),
      source: source.name,
      loadedAt: clock().getTime(),
    };
  }

  async #activate(file: StoredThreatFile): Promise<Replaced> {
    const { database, ruleIntelligence, threatFiles } = this.#options;
    const { kind } = file;
    return database.transaction(async tx => {
      const generations = await threatFiles.lock(tx, 'alone');
      const known = (await threatFiles.list(tx)).find(
        other => other.kind === kind,
      );
      if (known && known.contentHash === file.contentHash) {
        return {
          answer: { ...this.#toFile(kind, known), changed: false },
          generation: file.generation,
        };
      }
      if (known && file.dataDate < known.dataDate) {
        throw new ConflictError(
          `This ${kind} file is of ${isoOf(file.dataDate)}, older than the loaded one of ${isoOf(known.dataDate)}; nothing was changed`,
        );
      }
      await threatFiles.activate(tx, file);
      await ruleIntelligence.refresh(
        tx,
        { ...generations, [kind]: file.generation },
        file.generation,
      );
      return {
        answer: { ...this.#toFile(kind, file), changed: true },
        generation: known?.generation,
      };
    });
  }

  #toFile(
    kind: ThreatFileKind,
    stored: StoredThreatFile | undefined,
  ): ThreatFile {
    const days = this.#options.warnAfterDays[kind];
    return stored
      ? {
          kind,
          loaded: true,
          dataDate: isoOf(stored.dataDate),
          staleAt: isoOf(stored.dataDate + days * DAY_MS),
          version: stored.version,
          rows: stored.rowCount,
          source: stored.source,
          loadedAt: isoOf(stored.loadedAt),
        }
      : { kind, loaded: false };
  }

  async #can(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  async #require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    if (!(await this.#can(credentials, permission))) {
      throw new NotAllowedError(`You may not: ${permission.name}`);
    }
  }
}

/** What became of a new file, and whose rows do not count. */
interface Replaced {
  answer: ThreatFileAnswer;
  generation?: number;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
