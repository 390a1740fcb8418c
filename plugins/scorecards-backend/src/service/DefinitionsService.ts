import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import {
  DefinitionProblem,
  ScorecardDefinitions,
} from '@synchrony/backstage-plugin-scorecards-common';
import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import {
  compileAsWaiting,
  compileCheck,
  CompiledCheck,
} from '../definitions/compile';
import {
  CompiledScorecard,
  compileScorecard,
} from '../definitions/compileScorecard';
import { DefinitionError } from '../definitions/DefinitionError';
import { compileStored } from '../definitions/compileStored';
import { isCheck, isScorecard, isSource } from '../definitions/kinds';
import {
  LocatedDefinition,
  parseDefinitions,
} from '../definitions/parseDefinitions';
import { problemInWords, problemOf } from '../definitions/problemOf';
import { readDefinitionFiles } from '../definitions/readDefinitionFiles';
import { tellPlaces } from '../definitions/tellPlaces';
import {
  CheckDefinition,
  Definition,
  nameOf,
  ScorecardDefinition,
} from '../definitions/types';
import { ActiveRuleset } from '../evaluation/evaluateAll';
import { RuleEnvironment } from '../rules/RuleEnvironment';
import { DefinitionStore } from '../store/DefinitionStore';
import { DirtyStore } from '../store/DirtyStore';
import { ScorecardTermStore } from '../store/ScorecardTermStore';
import { DraftCompiler } from './DraftCompiler';
import { DraftShelf } from './DraftShelf';
import { MarkStore } from '../store/MarkStore';
import { SourceRegistry } from './SourceRegistry';

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
  clock: () => Date;
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

  /** Reads all files again, and marks everything dirty when that changes rules. */
  async load(): Promise<void> {
    const { clock, database, dirty, marks, sources, store, terms } =
      this.#options;
    const problems: DefinitionProblem[] = [];
    const read = await this.#readAll(problems);
    const located = read.filter(({ isDraft }) => !isDraft);
    const drafts = read.filter(({ isDraft }) => isDraft);
    await sources.load(
      located.filter(isSource),
      item => this.#keep(item),
      problems,
    );
    const environment = new RuleEnvironment(sources.known());
    const checks = new Map<string, CompiledCheck>();
    for (const item of located.filter(isCheck)) {
      await attempt(item, problems, async () => {
        const compiled = this.#compile(item, environment, problems);
        await this.#keep(item);
        checks.set(nameOf(item.definition), compiled);
      });
    }
    await this.#addStoredChecks(located, environment, checks);
    const scorecards = new Map<string, CompiledScorecard>();
    for (const item of located.filter(isScorecard)) {
      await attempt(item, problems, async () => {
        requireNoDrafts(item.definition, drafts, checks);
        const compiled = compileScorecard(
          item.definition,
          name => checks.get(name),
          environment,
        );
        await this.#keep(item);
        scorecards.set(item.definition.id, compiled);
      });
    }
    await this.#keepLastGood(scorecards, drafts, environment, problems);
    const active = [...scorecards.values()];
    const fingerprint = fingerprintOf(active, sources);
    await database.transaction(async tx => {
      const changed = await store.activate(
        tx,
        active.map(({ definition }) => definition),
        fingerprint,
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
    this.#ruleset = {
      scorecards: active,
      sources: sources.read(),
      hash: hashOf([ENGINE, fingerprint, ...schemaHashesOf(sources)]),
    };
    await this.drafts.load(drafts, problems);
    this.#tell(problems);
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
      const waiting = compileAsWaiting(item.definition, environment);
      if (!waiting || !(error instanceof DefinitionError)) {
        throw error;
      }
      problems.push(problemOf(item, error));
      return waiting;
    }
  }

  async #readAll(problems: DefinitionProblem[]): Promise<LocatedDefinition[]> {
    const { locations, urlReader } = this.#options;
    const read = await readDefinitionFiles(locations, urlReader);
    problems.push(...read.problems);
    const located: LocatedDefinition[] = [];
    for (const { name, text } of read.files) {
      const parsed = parseDefinitions(name, text);
      problems.push(...parsed.problems);
      located.push(...parsed.definitions);
    }
    return located;
  }

  async #keep({ definition, file }: LocatedDefinition): Promise<void> {
    const { clock, store } = this.#options;
    if (!(await store.add(definition, file, clock()))) {
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
    scorecards: Map<string, CompiledScorecard>,
    drafts: LocatedDefinition[],
    environment: RuleEnvironment,
    problems: DefinitionProblem[],
  ): Promise<void> {
    const faulty = new Set(problems.map(({ file }) => file));
    const proposed = new Set(
      drafts.filter(isScorecard).map(({ definition }) => definition.id),
    );
    for (const {
      definition,
      file,
    } of await this.#options.store.activeScorecards()) {
      const isFaulty = [...faulty].some(name => file.startsWith(name));
      const isKept = isFaulty || proposed.has(definition.id);
      if (!scorecards.has(definition.id) && isKept) {
        const checks = new Map<string, CompiledCheck>();
        await this.#addStoredChecksOf(definition, environment, checks);
        try {
          scorecards.set(
            definition.id,
            compileScorecard(definition, name => checks.get(name), environment),
          );
        } catch (error) {
          problems.push({ file, message: messageOf(error) });
        }
      }
    }
  }
}

/** @throws DefinitionError for a scorecard in use that asks for a draft */
function requireNoDrafts(
  { checks }: ScorecardDefinition,
  drafts: LocatedDefinition[],
  usable: ReadonlyMap<string, CompiledCheck>,
): void {
  const proposed = new Set(
    drafts.filter(isCheck).map(({ definition }) => nameOf(definition)),
  );
  const index = checks.findIndex(
    ({ check }) => proposed.has(check) && !usable.has(check),
  );
  if (index >= 0) {
    throw new DefinitionError(
      ['checks', index, 'check'],
      `${checks[index].check} is a draft, and a scorecard in use can't ask for one`,
      { expected: 'id@version of a check that is no draft' },
    );
  }
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

function fingerprintOf(
  scorecards: CompiledScorecard[],
  sources: SourceRegistry,
): string {
  return hashOf([
    scorecards.map(({ definition, checks }) => [
      definition,
      checks.map(({ check }) => [
        check.definition,
        check.evidence.map(({ title }) => title),
        check.waitingFor,
      ]),
    ]),
    [...sources.read().keys()],
  ]);
}

/** Types of facts decide how rules read them. */
function schemaHashesOf(sources: SourceRegistry): [string, string][] {
  return [...sources.known()]
    .map(([name, schema]): [string, string] => [name, schema.hash()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
