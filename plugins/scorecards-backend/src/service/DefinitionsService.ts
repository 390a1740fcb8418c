import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import {
  DefinitionProblem,
  ScorecardDefinitions,
} from '@synchrony/backstage-plugin-scorecards-common';
import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import {
  asUsed,
  compileCheck,
  CompiledCheck,
  compileUntold,
} from '../definitions/compile';
import {
  CompiledScorecard,
  compileScorecard,
} from '../definitions/compileScorecard';
import { DefinitionError } from '../definitions/DefinitionError';
import { compileStored } from '../definitions/compileStored';
import { fingerprintOf, schemaHashesOf } from '../definitions/fingerprintOf';
import { Faults, isFaulty } from '../definitions/isFaulty';
import { isCheck, isScorecard, isSource } from '../definitions/kinds';
import {
  LocatedDefinition,
  parseDefinitions,
} from '../definitions/parseDefinitions';
import {
  LocatedProblem,
  problemInWords,
  problemOf,
  withoutLocation,
} from '../definitions/problemOf';
import { readDefinitionFiles } from '../definitions/readDefinitionFiles';
import { requireNoDrafts } from '../definitions/requireNoDrafts';
import { tellPlaces } from '../definitions/tellPlaces';
import {
  CheckDefinition,
  Definition,
  nameOf,
  ScorecardDefinition,
} from '../definitions/types';
import { ActiveRuleset } from '../evaluation/evaluateAll';
import { RuleEnvironment } from '../rules/RuleEnvironment';
import { DefinitionStore, PlacedScorecard } from '../store/DefinitionStore';
import { DirtyStore } from '../store/DirtyStore';
import { ScorecardTermStore } from '../store/ScorecardTermStore';
import { DefinitionAnnouncer } from './DefinitionAnnouncer';
import { DraftCompiler } from './DraftCompiler';
import { DraftShelf } from './DraftShelf';
import { MarkStore } from '../store/MarkStore';
import { SourceRegistry, Taking } from './SourceRegistry';

export interface DefinitionsServiceOptions {
  database: Knex;
  logger: LoggerService;
  store: DefinitionStore;
  terms: ScorecardTermStore;
  dirty: DirtyStore;
  marks: MarkStore;
  urlReader: UrlReaderService;
  /** Local paths and URLs. */
  locations: string[];
  sources: SourceRegistry;
  /** Absent where nobody is told of new versions. */
  announcer?: Pick<DefinitionAnnouncer, 'announce'>;
  clock: () => Date;
}

/** For how long a replica takes it that files have not changed. */
const FOLLOW_MS = 6 * 60_000;

/** A scorecard that is to be in use, and where it came from. */
interface PlacedRules extends Omit<PlacedScorecard, 'definition'> {
  compiled: CompiledScorecard;
}

/**
 * To be counted up when the same rules and inputs are judged differently than
 * by the version before: then everything is evaluated again.
 */
const ENGINE = 2;

/**
 * The checks and scorecards in use. What is wrong with a file is told, and the
 * last good version stays in use.
 */
export class DefinitionsService {
  readonly #options: DefinitionsServiceOptions;
  #ruleset: ActiveRuleset = { scorecards: [], sources: new Map(), hash: '' };
  #problems: DefinitionProblem[] = [];
  #loading: Promise<void> = Promise.resolve();
  #loadedAt = -Infinity;
  /** What was in use for all replicas when this one looked last. */
  #followed: string | undefined;
  /** Tries out what is not in use. */
  readonly compiler: DraftCompiler;
  /** What files propose. */
  readonly drafts: DraftShelf;
  /** Writes a text that names files as readers are told them. */
  readonly tellPlaces: (text: string) => string;

  constructor(options: DefinitionsServiceOptions) {
    const { sources, store } = options;
    this.#options = options;
    this.tellPlaces = tellPlaces(options.locations);
    this.compiler = new DraftCompiler({ definitions: this, sources, store });
    this.drafts = new DraftShelf({ compiler: this.compiler, store });
  }

  ruleset(): ActiveRuleset {
    return this.#ruleset;
  }

  describe(): Omit<ScorecardDefinitions, 'manageable' | 'withheldProblems'> {
    return {
      scorecards: this.#ruleset.scorecards.map(({ definition, checks }) => ({
        id: definition.id,
        version: definition.version,
        title: definition.title,
        description: definition.description,
        checkCount: checks.length,
        waitingFor: [
          ...new Set(checks.flatMap(({ check }) => check.waitingFor)),
        ].sort(),
      })),
      problems: this.#problems.map(problem => ({
        ...problem,
        file: this.tellPlaces(problem.file),
        message: this.tellPlaces(problem.message),
      })),
    };
  }

  /**
   * Reads all files again, takes what they hold into use for all replicas, and
   * marks everything dirty when that changes rules.
   */
  load(): Promise<void> {
    return this.#inTurn(() => this.#load(true));
  }

  /** Reads all files again, for this replica only: nothing is stored. */
  follow(): Promise<void> {
    return this.#inTurn(() => this.#load(false));
  }

  /** Follows when another replica took others into use, or after a while. */
  async refresh(): Promise<void> {
    const { clock, store } = this.#options;
    if (
      clock().getTime() >= this.#loadedAt + FOLLOW_MS ||
      (await store.fingerprint()) !== this.#followed
    ) {
      await this.follow();
    }
  }

  /** Two readings at once would leave a mixture of both. */
  #inTurn(read: () => Promise<void>): Promise<void> {
    const reading = this.#loading.then(read);
    this.#loading = reading.catch(() => {});
    return reading;
  }

  async #load(isActivating: boolean): Promise<void> {
    const { clock, sources, store } = this.#options;
    const followed = await store.fingerprint();
    const taking: Taking = {
      isActivating,
      keep: item => this.#keep(item, isActivating),
    };
    const problems: LocatedProblem[] = [];
    const { definitions: read, unread } = await this.#readAll(problems);
    const located = read.filter(({ isDraft }) => !isDraft);
    const drafts = read.filter(({ isDraft }) => isDraft);
    await sources.load(located.filter(isSource), taking, problems);
    const environment = new RuleEnvironment(sources.known());
    const checks = new Map<string, CompiledCheck>();
    for (const item of located.filter(isCheck)) {
      await attempt(item, problems, async () => {
        const compiled = this.#compile(item, environment, problems);
        await taking.keep(item);
        checks.set(nameOf(item.definition), compiled);
      });
    }
    await this.#addStoredChecks(located, environment, checks);
    const hasCounted = await store.countedChecks();
    const scorecards = new Map<string, PlacedRules>();
    for (const item of located.filter(isScorecard)) {
      await attempt(item, problems, async () => {
        requireNoDrafts(item.definition, drafts, checks);
        const compiled = compileScorecard(
          item.definition,
          checkFinder(item.definition, checks, hasCounted),
          environment,
        );
        await taking.keep(item);
        scorecards.set(item.definition.id, {
          compiled,
          file: item.file,
          location: item.location ?? null,
        });
      });
    }
    await this.#keepLastGood(
      scorecards,
      { drafts, environment, hasCounted, unread: new Set(unread) },
      problems,
    );
    const active = [...scorecards.values()].map(({ compiled }) => compiled);
    const fingerprint = fingerprintOf(active, sources.read());
    if (isActivating) {
      await this.#activate([...scorecards.values()], fingerprint);
    }
    this.#ruleset = {
      scorecards: active,
      sources: sources.read(),
      hash: hashOf([ENGINE, fingerprint, ...schemaHashesOf(sources.known())]),
    };
    await this.drafts.load(drafts, problems);
    this.#followed = isActivating ? fingerprint : followed;
    this.#loadedAt = clock().getTime();
    this.#tell(problems.map(withoutLocation));
  }

  async #activate(
    scorecards: PlacedRules[],
    fingerprint: string,
  ): Promise<void> {
    const { announcer, clock, database, dirty, marks, store, terms } =
      this.#options;
    const before = new Map(
      (await store.activeScorecards()).map(({ definition }) => [
        definition.id,
        definition.version,
      ]),
    );
    const active = scorecards.map(({ compiled, ...place }) => ({
      ...place,
      definition: compiled.definition,
    }));
    await database.transaction(async tx => {
      const changed = await store.activate(tx, active, fingerprint);
      await store.noteCounted(
        tx,
        scorecards.flatMap(({ compiled: { checks, definition } }) =>
          checks
            .filter(({ check }) => check.waitingFor.length === 0)
            .map(({ check }) => ({
              scorecardId: definition.id,
              checkId: check.definition.id,
            })),
        ),
      );
      await terms.note(
        tx,
        active.map(({ definition }) => definition),
        clock(),
      );
      if (changed) {
        await marks.forget(tx);
        await dirty.markAll(tx, clock().getTime());
      }
    });
    await announcer?.announce(
      active.flatMap(({ definition }) => {
        const version = before.get(definition.id);
        return version === undefined || version === definition.version
          ? []
          : [{ definition, before: version }];
      }),
    );
  }

  /** Says what is wrong with all files at once, when that is news. */
  #tell(problems: DefinitionProblem[]): void {
    const isNews = hashOf(problems) !== hashOf(this.#problems);
    this.#problems = problems;
    if (isNews && problems.length > 0) {
      this.#options.logger.error(
        `Definitions of scorecards have ${problems.length === 1 ? 'a fault' : `${problems.length} faults`}; what was good before stays in use:\n${problems
          .map(problem => `  ${problemInWords(problem)}`)
          .join('\n')}`,
      );
    }
  }

  #compile(
    item: LocatedDefinition<CheckDefinition>,
    environment: RuleEnvironment,
    problems: DefinitionProblem[],
  ): CompiledCheck {
    const { sources } = this.#options;
    try {
      return compileCheck(item.definition, environment, source =>
        sources.isRegistered(source),
      );
    } catch (error) {
      if (!(error instanceof DefinitionError)) {
        throw error;
      }
      const { message } = error;
      const untold = compileUntold(item.definition, environment, message);
      if (!untold) {
        throw error;
      }
      problems.push(problemOf(item, error));
      return untold;
    }
  }

  async #readAll(
    problems: LocatedProblem[],
  ): Promise<{ definitions: LocatedDefinition[]; unread: string[] }> {
    const { locations, urlReader } = this.#options;
    const read = await readDefinitionFiles(locations, urlReader);
    problems.push(...read.problems);
    const located: LocatedDefinition[] = [];
    for (const { location, name, text } of read.files) {
      const parsed = parseDefinitions(name, text);
      problems.push(...parsed.problems.map(each => ({ ...each, location })));
      located.push(...parsed.definitions.map(each => ({ ...each, location })));
    }
    return { definitions: located, unread: read.unread };
  }

  async #keep(item: LocatedDefinition, isActivating: boolean): Promise<void> {
    const { clock, store } = this.#options;
    const { definition } = item;
    const isFree = isActivating
      ? await store.add(definition, item, clock())
      : await store.isFree(definition);
    if (!isFree) {
      throw new DefinitionError(
        ['version'],
        `${nameOf(definition)} is known with other content, and a version never changes; give it a new one`,
      );
    }
  }

  /** Checks that files no longer bring, or bring with a fault. */
  async #addStoredChecks(
    located: LocatedDefinition[],
    environment: RuleEnvironment,
    checks: Map<string, CompiledCheck>,
  ): Promise<void> {
    for (const { definition } of located.filter(isScorecard)) {
      await this.#addStoredChecksOf(definition, environment, checks);
    }
  }

  async #addStoredChecksOf(
    scorecard: ScorecardDefinition,
    environment: RuleEnvironment,
    checks: Map<string, CompiledCheck>,
  ): Promise<void> {
    for (const { check: name } of scorecard.checks) {
      if (!checks.has(name)) {
        const [id, version] = name.split('@');
        const stored = await this.#options.store.get(
          'check',
          id,
          Number(version),
        );
        const compiled =
          stored &&
          compileStored(stored, environment, source =>
            this.#options.sources.isRegistered(source),
          );
        if (compiled) {
          checks.set(name, compiled);
        }
      }
    }
  }

  /** A scorecard whose file has a fault, or proposes another, stays as it was. */
  async #keepLastGood(
    scorecards: Map<string, PlacedRules>,
    {
      drafts,
      environment,
      hasCounted,
      unread,
    }: {
      drafts: LocatedDefinition[];
      environment: RuleEnvironment;
      hasCounted: HasCounted;
      unread: ReadonlySet<string>;
    },
    problems: LocatedProblem[],
  ): Promise<void> {
    const faults: Faults = { unread, problems: [...problems] };
    const proposed = new Set(
      drafts.filter(isScorecard).map(({ definition }) => definition.id),
    );
    for (const placed of await this.#options.store.activeScorecards()) {
      const { definition, file, location } = placed;
      const isKept = isFaulty(placed, faults) || proposed.has(definition.id);
      if (!scorecards.has(definition.id) && isKept) {
        const checks = new Map<string, CompiledCheck>();
        await this.#addStoredChecksOf(definition, environment, checks);
        try {
          scorecards.set(definition.id, {
            compiled: compileScorecard(
              definition,
              checkFinder(definition, checks, hasCounted),
              environment,
            ),
            file,
            location,
          });
        } catch (error) {
          problems.push({ file, message: messageOf(error) });
        }
      }
    }
  }
}

type HasCounted = Awaited<ReturnType<DefinitionStore['countedChecks']>>;

/** Checks as a scorecard has them. */
function checkFinder(
  scorecard: ScorecardDefinition,
  checks: ReadonlyMap<string, CompiledCheck>,
  hasCounted: HasCounted,
): (name: string) => CompiledCheck | undefined {
  return name => {
    const check = checks.get(name);
    return (
      check && asUsed(check, hasCounted(scorecard.id, check.definition.id))
    );
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function attempt(
  item: LocatedDefinition<Definition>,
  problems: DefinitionProblem[],
  action: () => Promise<void>,
): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof DefinitionError)) {
      throw error;
    }
    problems.push(problemOf(item, error));
  }
}
