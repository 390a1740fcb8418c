import {
  EARNED_LEVELS,
  EarnedLevel,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Rule, RuleEnvironment } from '../rules/RuleEnvironment';
import { CompiledCheck, compileCatalogRule } from './compile';
import { DefinitionError } from './DefinitionError';
import { ScorecardDefinition } from './types';

export interface CompiledScorecard {
  definition: ScorecardDefinition;
  checks: {
    check: CompiledCheck;
    requiredFor?: EarnedLevel;
    /** A lower level that requires it where the rule says so. */
    sooner?: { when: Rule; requiredFor: EarnedLevel };
  }[];
}

type Entry = ScorecardDefinition['checks'][number];

function compileSooner(
  { requiredFor, sooner }: Entry,
  index: number,
  environment: RuleEnvironment,
): CompiledScorecard['checks'][number]['sooner'] {
  if (!sooner || !requiredFor) {
    return undefined;
  }
  if (
    EARNED_LEVELS.indexOf(sooner.requiredFor) >=
    EARNED_LEVELS.indexOf(requiredFor)
  ) {
    throw new DefinitionError(
      ['checks', index, 'sooner', 'requiredFor'],
      `has to be below ${requiredFor}`,
      { expected: `a level below ${requiredFor}` },
    );
  }
  return {
    when: compileCatalogRule(
      ['checks', index, 'sooner', 'when'],
      sooner.when,
      environment,
    ),
    requiredFor: sooner.requiredFor,
  };
}

function requireReachableTargets({
  checks,
  targetByTier,
}: ScorecardDefinition): void {
  const levels = EARNED_LEVELS.filter(level =>
    checks.some(({ requiredFor }) => requiredFor === level),
  );
  for (const [tier, target] of Object.entries(targetByTier)) {
    if (!levels.includes(target)) {
      throw new DefinitionError(
        ['targetByTier', tier],
        `no check is required for ${target}, so nobody can reach it; levels with requirements: ${levels.join(', ')}`,
        { expected: levels.join(' or ') },
      );
    }
  }
}

export function compileScorecard(
  definition: ScorecardDefinition,
  findCheck: (name: string) => CompiledCheck | undefined,
  environment: RuleEnvironment,
): CompiledScorecard {
  const checks = definition.checks.map((entry, index) => {
    const check = findCheck(entry.check);
    if (!check) {
      throw new DefinitionError(
        ['checks', index, 'check'],
        `there is no good check ${entry.check}`,
        { expected: 'id@version of a check without a fault' },
      );
    }
    return {
      check,
      requiredFor: entry.requiredFor,
      sooner: compileSooner(entry, index, environment),
    };
  });
  const ids = checks.map(({ check }) => check.definition.id);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated >= 0) {
    throw new DefinitionError(
      ['checks', repeated, 'check'],
      `${ids[repeated]} stands there twice`,
    );
  }
  requireReachableTargets(definition);
  return { definition, checks };
}
