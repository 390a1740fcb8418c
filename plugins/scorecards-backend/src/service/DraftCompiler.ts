import { DefinitionProblem } from '@synchrony/backstage-plugin-scorecards-common';
import { asUsed, compileCheck, CompiledCheck } from '../definitions/compile';
import {
  CompiledScorecard,
  compileScorecard,
} from '../definitions/compileScorecard';
import { compileStored } from '../definitions/compileStored';
import { DefinitionError } from '../definitions/DefinitionError';
import { isCheck, isScorecard } from '../definitions/kinds';
import { LocatedDefinition } from '../definitions/parseDefinitions';
import { problemOf, withoutLocation } from '../definitions/problemOf';
import {
  CheckDefinition,
  Definition,
  nameOf,
  ScorecardDefinition,
} from '../definitions/types';
import { Ruleset } from '../evaluation/evaluateAll';
import { RuleEnvironment } from '../rules/RuleEnvironment';
import { DefinitionStore } from '../store/DefinitionStore';
import { SourceRegistry } from './SourceRegistry';

/** Definitions that could come into use, and what keeps them from it. */
export interface Draft {
  ruleset: Ruleset;
  /** Of the scorecards in use, by id. */
  activeVersions: ReadonlyMap<string, number>;
  problems: DefinitionProblem[];
  /** What has no fault. */
  sound: ReadonlySet<LocatedDefinition>;
}

/** Compiles definitions that are not in use, beside those that are. */
export class DraftCompiler {
  readonly #options: {
    definitions: { ruleset(): Ruleset };
    sources: SourceRegistry;
    store: DefinitionStore;
  };

  constructor(options: {
    definitions: { ruleset(): Ruleset };
    sources: SourceRegistry;
    store: DefinitionStore;
  }) {
    this.#options = options;
  }

  /**
   * Scorecards of the draft, and those in use as they would be with its checks.
   */
  async compile(located: readonly LocatedDefinition[]): Promise<Draft> {
    const { definitions, sources } = this.#options;
    const problems: DefinitionProblem[] = [];
    const sound = new Set<LocatedDefinition>();
    const environment = new RuleEnvironment(sources.known());
    const active = definitions.ruleset();
    const checks = new Map(
      active.scorecards.flatMap(scorecard =>
        scorecard.checks.map(
          ({ check }) => [nameOf(check.definition), check] as const,
        ),
      ),
    );
    const drafted: CheckDefinition[] = [];
    const scorecards: CompiledScorecard[] = [];
    const attempt = async <T extends Definition>(
      item: LocatedDefinition<T>,
      compile: (definition: T) => void,
    ) => {
      try {
        await this.#requireFree(item.definition);
        compile(item.definition);
        sound.add(item);
      } catch (error) {
        if (!(error instanceof DefinitionError)) {
          throw error;
        }
        problems.push(withoutLocation(problemOf(item, error)));
      }
    };
    for (const item of located.filter(isCheck)) {
      await attempt(item, definition => {
        checks.set(nameOf(definition), this.#compiled(definition, environment));
        drafted.push(definition);
      });
    }
    const find = (name: string) => checks.get(name);
    for (const item of located.filter(isScorecard)) {
      await this.#addStored(item.definition, environment, checks);
      await attempt(item, definition => {
        scorecards.push(compileScorecard(definition, find, environment));
      });
    }
    const named = new Set(
      located.filter(isScorecard).map(({ definition }) => definition.id),
    );
    for (const { definition } of active.scorecards) {
      const changed = withChecks(definition, drafted);
      if (changed && !named.has(definition.id)) {
        scorecards.push(compileScorecard(changed, find, environment));
      }
    }
    return {
      ruleset: { scorecards, sources: sources.read() },
      activeVersions: new Map(
        active.scorecards.map(({ definition: { id, version } }) => [
          id,
          version,
        ]),
      ),
      problems,
      sound,
    };
  }

  #compiled(
    definition: CheckDefinition,
    environment: RuleEnvironment,
  ): CompiledCheck {
    const { sources } = this.#options;
    return compileCheck(definition, environment, source =>
      sources.isRegistered(source),
    );
  }

  /** Checks that the draft names and nothing in use does. */
  async #addStored(
    scorecard: ScorecardDefinition,
    environment: RuleEnvironment,
    checks: Map<string, CompiledCheck>,
  ): Promise<void> {
    for (const { check: name } of scorecard.checks) {
      const [id, version] = name.split('@');
      const stored = checks.has(name)
        ? undefined
        : await this.#options.store.get('check', id, Number(version));
      const compiled = asUsed(
        stored &&
          compileStored(stored, environment, source =>
            this.#options.sources.isRegistered(source),
          ),
        false,
      );
      if (compiled) {
        checks.set(name, compiled);
      }
    }
  }

  /** @throws DefinitionError for a version that is known with other content */
  async #requireFree(definition: Definition): Promise<void> {
    if (!(await this.#options.store.isFree(definition))) {
      throw new DefinitionError(
        ['version'],
        `${nameOf(definition)} is known with other content, and a version never changes; give it a new one`,
      );
    }
  }
}

/** A scorecard in use as its next version with drafted checks, if it has any. */
function withChecks(
  scorecard: ScorecardDefinition,
  drafted: readonly CheckDefinition[],
): ScorecardDefinition | undefined {
  const names = new Map(drafted.map(check => [check.id, nameOf(check)]));
  const checks = scorecard.checks.map(entry => ({
    ...entry,
    check: names.get(entry.check.split('@')[0]) ?? entry.check,
  }));
  const isChanged = checks.some(
    ({ check }, index) => check !== scorecard.checks[index].check,
  );
  return isChanged
    ? { ...scorecard, version: scorecard.version + 1, checks }
    : undefined;
}
