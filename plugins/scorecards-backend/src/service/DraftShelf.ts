import {
  DefinitionName,
  DefinitionProblem,
  DraftInfo,
} from '@synchrony/backstage-plugin-scorecards-common';
import { DefinitionError } from '../definitions/DefinitionError';
import { isCheck, isScorecard } from '../definitions/kinds';
import { LocatedDefinition } from '../definitions/parseDefinitions';
import { problemOf } from '../definitions/problemOf';
import {
  CheckDefinition,
  nameOf,
  ScorecardDefinition,
} from '../definitions/types';
import { DefinitionStore } from '../store/DefinitionStore';
import { DraftCompiler } from './DraftCompiler';

type LocatedDraft = LocatedDefinition<CheckDefinition | ScorecardDefinition>;

function isDraft(item: LocatedDefinition): item is LocatedDraft {
  return item.isDraft && (isCheck(item) || isScorecard(item));
}

function keyOf({ id, kind, version }: DefinitionName): string {
  return `${kind} ${id}@${version}`;
}

/** The drafts that files hold: looked at for faults, and used for nobody. */
export class DraftShelf {
  readonly #options: { compiler: DraftCompiler; store: DefinitionStore };
  #drafts = new Map<string, LocatedDraft>();

  constructor(options: { compiler: DraftCompiler; store: DefinitionStore }) {
    this.#options = options;
  }

  /** Takes the drafts of all files in place of those before. */
  async load(
    located: readonly LocatedDefinition[],
    problems: DefinitionProblem[],
  ): Promise<void> {
    const fresh = new Map<string, LocatedDraft>();
    for (const item of located.filter(isDraft)) {
      const fault = await this.#faultOf(item, fresh);
      if (fault) {
        problems.push(problemOf(item, fault));
      } else {
        fresh.set(keyOf(item.definition), item);
      }
    }
    const compiled = await this.#options.compiler.compile([...fresh.values()]);
    problems.push(...compiled.problems);
    this.#drafts = new Map(
      [...fresh].filter(([, item]) => compiled.sound.has(item)),
    );
  }

  /** Those without a fault; by title. */
  list(activeVersions: ReadonlyMap<string, number>): DraftInfo[] {
    return [...this.#drafts.values()]
      .map(({ definition: { id, kind, title, version }, file }) => {
        const replaces = activeVersions.get(`${kind} ${id}`);
        return {
          kind,
          id,
          version,
          title,
          file,
          ...(replaces !== undefined && { replaces }),
        };
      })
      .sort((a, b) => a.title.localeCompare(b.title) || b.version - a.version);
  }

  /** A draft, and the drafts of checks that it names. */
  find(name: DefinitionName): LocatedDraft[] {
    const draft = this.#drafts.get(keyOf(name));
    if (!draft) {
      return [];
    }
    const { definition } = draft;
    const named = new Set(
      definition.kind === 'scorecard'
        ? definition.checks.map(({ check }) => check)
        : [],
    );
    const checks = [...this.#drafts.values()].filter(
      item => isCheck(item) && named.has(nameOf(item.definition)),
    );
    return [...checks, draft];
  }

  async #faultOf(
    { definition }: LocatedDraft,
    others: ReadonlyMap<string, LocatedDraft>,
  ): Promise<DefinitionError | undefined> {
    const { id, kind, version } = definition;
    const other = others.get(keyOf(definition));
    if (other) {
      return new DefinitionError(
        ['version'],
        `${other.file} has a draft of ${nameOf(definition)}, too`,
        { expected: 'one draft a version' },
      );
    }
    return (await this.#options.store.get(kind, id, version))
      ? new DefinitionError(
          ['status'],
          `${nameOf(definition)} was in use already and is no draft any more; give the draft a new version`,
          { expected: 'a version that was never in use' },
        )
      : undefined;
  }
}
