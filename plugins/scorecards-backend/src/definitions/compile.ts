import { Rule, RuleEnvironment, Template } from '../rules/RuleEnvironment';
import { at, DefinitionError, DefinitionPath } from './DefinitionError';
import { ruleNameOf, sourceNameOf } from './ruleNames';
import { CheckDefinition } from './types';

/** The source that is built in: what the catalog says of an entity. */
export const CATALOG_SOURCE = 'catalog';

export interface CompiledCheck {
  definition: CheckDefinition;
  /** Sources that it waits for; it counts for nobody while there are any. */
  waitingFor: string[];
  /** What is wrong since its sources no longer tell what its rules read. */
  untold?: string;
  applies?: Rule;
  notApplicableBecause: Template;
  unknown: {
    when: Rule;
    reason: NonNullable<CheckDefinition['unknownWhen']>[number]['reason'];
    because: Template;
    action?: string;
  }[];
  pass: Rule;
  passBecause: Template;
  failBecause: Template;
  evidenceAt?: Rule;
  staleAt?: Rule;
  /** Facts to keep as evidence. */
  evidence: {
    path: string;
    title: string;
    /** The source and the names of the path. */
    names: string[];
  }[];
  /** Names of the sources that the rules read, the catalog aside. */
  sources: string[];
}

/** A rule that may read the catalog only: nothing else narrows what counts. */
export function compileCatalogRule(
  path: DefinitionPath,
  source: string,
  environment: RuleEnvironment,
): Rule {
  const rule = at(path, () => environment.compileCondition(source));
  const foreign = rule.paths.find(
    fact => sourceNameOf(fact) !== CATALOG_SOURCE,
  );
  if (foreign) {
    throw new DefinitionError(
      path,
      `may read facts of the catalog only, and reads ${foreign}`,
      {
        offset: Math.max(0, source.indexOf(foreign)),
        expected: 'a fact of the catalog',
      },
    );
  }
  return rule;
}

function compileWith(
  definition: CheckDefinition,
  waitingFor: string[],
  environment: RuleEnvironment,
): CompiledCheck {
  const { appliesWhen } = definition;
  const template = (field: keyof CheckDefinition & string) =>
    at([field], () =>
      environment.compileTemplate(String(definition[field] ?? '')),
    );
  const optionalText = (field: 'evidenceAt' | 'staleAt') => {
    const source = definition[field];
    return source === undefined
      ? undefined
      : at([field], () => environment.compileText(source));
  };
  const applies =
    appliesWhen === undefined
      ? undefined
      : compileCatalogRule(['appliesWhen'], appliesWhen, environment);
  const unknown = (definition.unknownWhen ?? []).map(
    ({ when, reason, because, action }, index) => ({
      when: at(['unknownWhen', index, 'when'], () =>
        environment.compileCondition(when),
      ),
      reason,
      because: at(['unknownWhen', index, 'because'], () =>
        environment.compileTemplate(because),
      ),
      action,
    }),
  );
  const pass = at(['passWhen'], () =>
    environment.compileCondition(definition.passWhen),
  );
  const extra = (definition.evidence ?? []).map((path, index) =>
    at(['evidence', index], () => environment.compilePath(path)),
  );
  const decisive = [
    ...(applies?.paths ?? []),
    ...unknown.flatMap(({ when }) => when.paths),
    ...pass.paths,
  ];
  const paths = [...new Set([...pass.paths, ...extra, ...decisive])];
  return {
    definition,
    waitingFor,
    applies,
    notApplicableBecause: template('notApplicableBecause'),
    unknown,
    pass,
    passBecause: template('passBecause'),
    failBecause: template('failBecause'),
    evidenceAt: optionalText('evidenceAt'),
    staleAt: optionalText('staleAt'),
    evidence: paths.map(path => ({
      path,
      title: environment.titleOf(path),
      names: path.split('.'),
    })),
    sources: [...new Set(decisive.map(sourceNameOf))].filter(
      source => source !== CATALOG_SOURCE,
    ),
  };
}

/**
 * Compiles a check. One that needs a source that is not registered waits for
 * it: its rules are read as far as that goes without the types of its facts.
 *
 * @param isRegistered - whether a source is, or ever was, read
 */
export function compileCheck(
  definition: CheckDefinition,
  environment: RuleEnvironment,
  isRegistered: (source: string) => boolean = () => true,
): CompiledCheck {
  const missing = (definition.needs ?? []).filter(
    source => !isRegistered(source),
  );
  return compileWith(
    definition,
    missing,
    environment.withUntyped(missing.map(ruleNameOf)),
  );
}

/**
 * A check whose source is there and does not tell what the rules read, which
 * are read without the types of its facts. Undefined when that is not what is
 * wrong with it. How it counts is up to {@link asUsed}.
 */
export function compileUntold(
  definition: CheckDefinition,
  environment: RuleEnvironment,
  untold: string,
  sources = definition.needs ?? [],
): CompiledCheck | undefined {
  if (sources.length === 0) {
    return undefined;
  }
  try {
    return {
      ...compileWith(
        definition,
        definition.needs ?? [],
        environment.withUntyped(sources.map(ruleNameOf)),
      ),
      untold,
    };
  } catch {
    return undefined;
  }
}

/**
 * A check as a scorecard has it. One whose sources do not tell what it reads
 * waits for those that it needs, but only where it never counted: what counted
 * becomes unknown, since losing evidence must not raise a score.
 *
 * @param hasCounted - whether the check ever counted in the scorecard
 */
export function asUsed(
  check: CompiledCheck | undefined,
  hasCounted: boolean,
): CompiledCheck | undefined {
  if (check?.untold === undefined) {
    return check;
  }
  if (hasCounted) {
    return { ...check, waitingFor: [] };
  }
  return check.waitingFor.length > 0
    ? { ...check, untold: undefined }
    : undefined;
}
