import {
  CheckInfo,
  CheckUse,
  DefinitionTerm,
  ScorecardDetails,
  STAGES,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CompiledCheck } from './compile';
import { CompiledScorecard } from './compileScorecard';
import { sourceNameOf } from './ruleNames';
import { nameOf } from './types';

function toCheckInfo(
  { definition, evidence, waitingFor }: CompiledCheck,
  usedBy: CheckUse[],
  terms: DefinitionTerm[],
): CheckInfo {
  const { unknownWhen = [] } = definition;
  return {
    id: definition.id,
    version: definition.version,
    title: definition.title,
    stage: definition.stage,
    weightWord: definition.weight,
    effort: definition.effort,
    ...(definition.actor && { actor: definition.actor }),
    waivable: definition.waivable,
    ...(definition.sensitive && { sensitive: true }),
    rationale: definition.rationale,
    action: definition.action,
    remediation: definition.remediation,
    ...(definition.appliesWhen !== undefined && {
      appliesWhen: definition.appliesWhen,
      notApplicableBecause: definition.notApplicableBecause,
    }),
    passWhen: definition.passWhen,
    unknownWhen: unknownWhen.map(({ because, when }) => ({ because, when })),
    facts: evidence.map(({ path, title }) => ({ path, title })),
    sources: [...new Set(evidence.map(({ path }) => sourceNameOf(path)))],
    waitingFor,
    usedBy,
    terms,
  };
}

/** The checks that scorecards in use have, by stage and id. */
export function checkInfosOf(
  scorecards: readonly CompiledScorecard[],
  termsOf: (checkId: string) => DefinitionTerm[],
): CheckInfo[] {
  const known = new Map<string, { check: CompiledCheck; usedBy: CheckUse[] }>();
  for (const { checks, definition } of scorecards) {
    for (const [index, { check, requiredFor }] of checks.entries()) {
      const name = nameOf(check.definition);
      const entry = known.get(name) ?? { check, usedBy: [] };
      const { sooner } = definition.checks[index];
      entry.usedBy.push({
        scorecardId: definition.id,
        title: definition.title,
        ...(requiredFor && { requiredFor }),
        ...(sooner && { sooner }),
      });
      known.set(name, entry);
    }
  }
  return [...known.values()]
    .map(({ check, usedBy }) =>
      toCheckInfo(check, usedBy, termsOf(check.definition.id)),
    )
    .sort(
      (a, b) =>
        STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) ||
        a.id.localeCompare(b.id) ||
        b.version - a.version,
    );
}

export function scorecardDetailsOf(
  { checks, definition }: CompiledScorecard,
  terms: DefinitionTerm[],
): ScorecardDetails {
  const { appliesTo, description, graceDays = 0, id, title } = definition;
  return {
    id,
    version: definition.version,
    title,
    ...(description !== undefined && { description }),
    appliesTo,
    targetByTier: definition.targetByTier,
    graceDays,
    checks: checks.map(({ check, requiredFor, sooner }) => ({
      checkId: check.definition.id,
      version: check.definition.version,
      title: check.definition.title,
      stage: check.definition.stage,
      ...(requiredFor && { requiredFor }),
      ...(sooner && { soonerFor: sooner.requiredFor }),
      isWaiting: check.waitingFor.length > 0,
    })),
    terms,
  };
}
