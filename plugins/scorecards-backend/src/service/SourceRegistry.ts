import { durationToMilliseconds } from '@backstage/types';
import { DefinitionProblem } from '@synchrony/backstage-plugin-scorecards-common';
import { CATALOG_SOURCE } from '../definitions/compile';
import { DefinitionError } from '../definitions/DefinitionError';
import { LocatedDefinition } from '../definitions/parseDefinitions';
import { problemOf } from '../definitions/problemOf';
import { ruleNameOf } from '../definitions/ruleNames';
import { SourceDefinition } from '../definitions/types';
import { catalogFactsSchema } from '../evaluation/catalogFacts';
import { FactValidator } from '../facts/FactValidator';
import { OBSERVATION_PROPERTIES } from '../facts/types';
import { FactSchema } from '../rules/FactSchema';
import { DefinitionStore } from '../store/DefinitionStore';
import { FactTable } from '../store/FactTable';

/** A source that the portal's configuration turns on for pushing. */
export interface PushedSourceSetting {
  source: string;
  /** Who may push; whoever has the permission when absent. */
  subjects?: string[];
}

interface GoodSource {
  definition: SourceDefinition;
  validator: FactValidator;
}

/** A source that is pushed to, ready for use. */
export interface PushedSource extends PushedSourceSetting, GoodSource {
  validForMs: number;
}

/** How definitions are taken in. */
export interface Taking {
  /** Whether they come into use for all replicas, or this one only follows. */
  isActivating: boolean;
  /** @throws DefinitionError for a version that is known with other content */
  keep(item: LocatedDefinition): Promise<void>;
}

export interface SourceRegistryOptions {
  store: DefinitionStore;
  facts: FactTable;
  /** Plugins whose facts are read. */
  sources: string[];
  pushed: PushedSourceSetting[];
}

type LocatedSource = LocatedDefinition<SourceDefinition>;

/** How the log and the portal name what app-config says. */
const CONFIG = 'app-config';

/**
 * The sources of facts. One that was ever registered stays known: taking it
 * away makes its checks unknown, it does not make them wait.
 */
export class SourceRegistry {
  readonly #options: SourceRegistryOptions;
  #pushed = new Map<string, PushedSource>();
  #read: ReadonlyMap<string, FactSchema> = new Map();
  #known: ReadonlyMap<string, FactSchema> = new Map();

  constructor(options: SourceRegistryOptions) {
    this.#options = options;
  }

  /** Takes the definitions of sources into use. */
  async load(
    located: LocatedSource[],
    taking: Taking,
    problems: DefinitionProblem[],
  ): Promise<void> {
    const good = new Map<string, GoodSource>();
    for (const item of located) {
      try {
        const source = goodSource(item.definition);
        await taking.keep(item);
        good.set(item.definition.id, source);
      } catch (error) {
        if (!(error instanceof DefinitionError)) {
          throw error;
        }
        problems.push(problemOf(item, error));
      }
    }
    await this.#turnOn(good, taking.isActivating, problems);
    await this.#readSchemas();
  }

  /** Schemas of the sources that are read now, by source; the catalog's too. */
  read(): ReadonlyMap<string, FactSchema> {
    return this.#read;
  }

  /** Schemas of all sources that were ever read, by their names in rules. */
  known(): ReadonlyMap<string, FactSchema> {
    return this.#known;
  }

  isRegistered(source: string): boolean {
    return this.#known.has(ruleNameOf(source));
  }

  pushed(source: string): PushedSource | undefined {
    return this.#pushed.get(source);
  }

  async #turnOn(
    good: ReadonlyMap<string, GoodSource>,
    isActivating: boolean,
    problems: DefinitionProblem[],
  ): Promise<void> {
    const { facts, pushed, sources, store } = this.#options;
    const turnedOn = new Map<string, PushedSource>();
    for (const setting of pushed) {
      const { source } = setting;
      const known =
        good.get(source) ?? lastGood(await store.latest('source', source));
      if (!known || sources.includes(source)) {
        problems.push({
          file: CONFIG,
          path: 'scorecards.pushedSources',
          message: known
            ? `${source} is in scorecards.sources already`
            : `no file defines the source ${source}`,
          expected: 'the id of a definition of kind source',
        });
        continue;
      }
      turnedOn.set(source, {
        ...setting,
        ...known,
        validForMs: durationToMilliseconds(known.definition.validFor),
      });
      if (isActivating) {
        await facts.setSchema(source, withObservation(known.definition));
      }
    }
    this.#pushed = turnedOn;
  }

  async #readSchemas(): Promise<void> {
    const { facts, sources } = this.#options;
    const stored = await facts.schemas();
    const read = new Map([
      [CATALOG_SOURCE, new FactSchema(catalogFactsSchema)],
      ...[...sources, ...this.#pushed.keys()].map(
        source => [source, new FactSchema(stored.get(source))] as const,
      ),
    ]);
    const known = new Map(
      [...stored].map(([source, schema]) => [
        ruleNameOf(source),
        new FactSchema(schema),
      ]),
    );
    for (const [source, schema] of read) {
      known.set(ruleNameOf(source), schema);
    }
    this.#read = read;
    this.#known = known;
  }
}

function goodSource(definition: SourceDefinition): GoodSource {
  return { definition, validator: new FactValidator(definition.schema) };
}

function lastGood(
  definition: SourceDefinition | undefined,
): GoodSource | undefined {
  return definition && goodSource(definition);
}

/** The schema as rules see it: an observation says when it was made. */
function withObservation({
  schema,
}: SourceDefinition): Record<string, unknown> {
  return {
    ...schema,
    properties: {
      ...(schema.properties as object),
      ...OBSERVATION_PROPERTIES,
    },
  };
}
