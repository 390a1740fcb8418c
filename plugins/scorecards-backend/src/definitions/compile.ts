import { InputError } from '@backstage/errors';
import { EARNED_LEVELS } from '@synchrony/backstage-plugin-scorecards-common';
import { Rule, RuleEnvironment, Template } from '../rules/RuleEnvironment';
import { CheckDefinition, ScorecardDefinition } from './types';

/** The source that is built in: what the catalog says of an entity. */
export const CATALOG_SOURCE = 'catalog';

export interface CompiledCheck {
  definition: CheckDefinition;
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
  evidence: { path: string; title: string }[];
  /** Sources that the rules read, the catalog aside. */
  sources: string[];
}

export interface CompiledScorecard {
  definition: ScorecardDefinition;
  checks: {
    check: CompiledCheck;
    requiredFor?: ScorecardDefinition['checks'][number]['requiredFor'];
  }[];
}

/** A definition that is well-formed and does not make sense. */
export class DefinitionError extends InputError {
  readonly path: (string | number)[];

  constructor(path: (string | number)[], message: string) {
    super(`${path.join('.')}: ${message}`);
    this.path = path;
  }
}

function at<T>(path: (string | number)[], compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    throw new DefinitionError(
      path,
      error instanceof Error ? error.message : String(error),
    );
  }
}

function sourceOf(path: string): string {
  return path.split('.')[0];
}

/** Only a rule over catalog facts makes a check not applicable. */
function compileApplies(
  definition: CheckDefinition,
  environment: RuleEnvironment,
): Rule | undefined {
  const { appliesWhen } = definition;
  if (appliesWhen === undefined) {
    return undefined;
  }
  const rule = at(['appliesWhen'], () =>
    environment.compileCondition(appliesWhen),
  );
  const foreign = rule.paths.find(path => sourceOf(path) !== CATALOG_SOURCE);
  if (foreign) {
    throw new DefinitionError(
      ['appliesWhen'],
      `may read facts of the catalog only, and reads ${foreign}`,
    );
  }
  return rule;
}

export function compileCheck(
  definition: CheckDefinition,
  environment: RuleEnvironment,
): CompiledCheck {
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
  const applies = compileApplies(definition, environment);
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
    applies,
    notApplicableBecause: template('notApplicableBecause'),
    unknown,
    pass,
    passBecause: template('passBecause'),
    failBecause: template('failBecause'),
    evidenceAt: optionalText('evidenceAt'),
    staleAt: optionalText('staleAt'),
    evidence: paths.map(path => ({ path, title: environment.titleOf(path) })),
    sources: [...new Set(decisive.map(sourceOf))].filter(
      source => source !== CATALOG_SOURCE,
    ),
  };
}

export function compileScorecard(
  definition: ScorecardDefinition,
  findCheck: (name: string) => CompiledCheck | undefined,
): CompiledScorecard {
  const checks = definition.checks.map(
    ({ check: name, requiredFor }, index) => {
      const check = findCheck(name);
      if (!check) {
        throw new DefinitionError(
          ['checks', index, 'check'],
          `there is no good check ${name}`,
        );
      }
      return { check, requiredFor };
    },
  );
  const ids = checks.map(({ check }) => check.definition.id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated >= 0) {
    throw new DefinitionError(
      ['checks', repeated, 'check'],
      `${ids[repeated]} stands there twice`,
    );
  }
  for (const [tier, target] of Object.entries(definition.targetByTier)) {
    if (!checks.some(({ requiredFor }) => requiredFor === target)) {
      throw new DefinitionError(
        ['targetByTier', tier],
        `no check is required for ${target}, so nobody can reach it; levels with requirements: ${EARNED_LEVELS.filter(
          level => checks.some(({ requiredFor }) => requiredFor === level),
        ).join(', ')}`,
      );
    }
  }
  return { definition, checks };
}
