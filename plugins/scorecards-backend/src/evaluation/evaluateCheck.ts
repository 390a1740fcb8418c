import {
  EvidenceItem,
  Outcome,
  UnknownReason,
} from '@synchrony/backstage-plugin-scorecards-common';
import { CompiledCheck } from '../definitions/compile';
import { isJsonObject } from '../rules/json';
import { Rule, RuleContext } from '../rules/RuleEnvironment';

/** What one source says of an entity. */
export type SourceFacts =
  | { state: 'present'; raw: unknown; cel: unknown }
  | { state: 'absent' }
  | { state: 'stale'; raw: unknown; since: string };

/** What all sources say of an entity, by their names. */
export type EntityFacts = ReadonlyMap<string, SourceFacts>;

export interface CheckResult {
  outcome: Outcome;
  unknownReason?: UnknownReason;
  reason: string;
  /** What to do, where it is not what the check says in general. */
  action?: string;
  evidence: EvidenceItem[];
  evidenceAt?: string;
  staleAt?: string;
  /** Until when a waiver of the check holds, where that is what decides. */
  waivedUntil?: string;
  /** Whether a waiver stands although the outcome is unknown. */
  isUnderWaiver?: boolean;
}

const NOT_TOLD: SourceFacts = { state: 'absent' };

/** Whether a rule over the catalog holds; one that fails does not. */
export function isTrue(rule: Rule, facts: EntityFacts): boolean {
  try {
    return rule.evaluate(contextOf(facts)) === true;
  } catch {
    return false;
  }
}

/** Whether a check applies to an entity, by its rule over the catalog. */
export function appliesByRule(
  { applies }: CompiledCheck,
  facts: EntityFacts,
): boolean {
  return !applies || isTrue(applies, facts);
}

function contextOf(facts: EntityFacts): RuleContext {
  const context: RuleContext = {};
  for (const [source, told] of facts) {
    if (told.state === 'present') {
      context[source] = told.cel;
    }
  }
  return context;
}

/** A fact as evidence; what is not a single value is none. */
function evidenceAt(
  facts: EntityFacts,
  { names, path, title }: CompiledCheck['evidence'][number],
): EvidenceItem[] {
  const told = facts.get(names[0]) ?? NOT_TOLD;
  if (told.state !== 'present') {
    return [];
  }
  let value: unknown = told.raw;
  for (let index = 1; index < names.length; index += 1) {
    value = isJsonObject(value) ? value[names[index]] : undefined;
  }
  switch (typeof value) {
    case 'string':
      return [{ fact: path, title, value: value === '' ? null : value }];
    case 'number':
    case 'boolean':
      return [{ fact: path, title, value }];
    case 'undefined':
      return [{ fact: path, title, value: null }];
    default:
      return [];
  }
}

function evidenceOf(check: CompiledCheck, facts: EntityFacts): EvidenceItem[] {
  return check.evidence.flatMap(item => evidenceAt(facts, item));
}

/** A time that a rule gives; anything else is no time. */
function timeOf(
  rule: Rule | undefined,
  context: RuleContext,
): string | undefined {
  const value = rule?.evaluate(context);
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
}

function decide(
  check: CompiledCheck,
  facts: EntityFacts,
  context: RuleContext,
): Pick<CheckResult, 'outcome' | 'unknownReason' | 'reason' | 'action'> {
  const { definition } = check;
  if (check.applies && check.applies.evaluate(context) !== true) {
    return {
      outcome: 'not_applicable',
      reason: check.notApplicableBecause.render(context),
    };
  }
  if (check.untold !== undefined) {
    return {
      outcome: 'unknown',
      unknownReason: 'error',
      reason: `What this check reads of ${check.sources.join(', ')} is no longer told: ${check.untold}`,
      action:
        'Tell the people who run the portal that a source no longer tells what this check reads.',
    };
  }
  for (const source of check.sources) {
    const told = facts.get(source) ?? NOT_TOLD;
    if (told.state === 'absent') {
      return {
        outcome: 'unknown',
        unknownReason: 'no_data',
        reason: definition.noDataBecause,
        action: definition.noDataAction,
      };
    }
    if (told.state === 'stale') {
      return {
        outcome: 'unknown',
        unknownReason: 'stale',
        reason: `What ${source} knows is out of date since ${told.since}.`,
        action: `Tell the people who run the portal that ${source} does not report.`,
      };
    }
  }
  for (const { when, reason, because, action } of check.unknown) {
    if (when.evaluate(context) === true) {
      return {
        outcome: 'unknown',
        unknownReason: reason,
        reason: because.render(context),
        action,
      };
    }
  }
  return check.pass.evaluate(context) === true
    ? { outcome: 'pass', reason: check.passBecause.render(context) }
    : { outcome: 'fail', reason: check.failBecause.render(context) };
}

/**
 * Decides a check from facts. A rule that cannot be evaluated makes it
 * unknown, never passed and never not applicable.
 */
export function evaluateCheck(
  check: CompiledCheck,
  facts: EntityFacts,
): CheckResult {
  const context = contextOf(facts);
  try {
    const decision = decide(check, facts, context);
    const known =
      check.untold === undefined &&
      check.sources.every(source => facts.get(source)?.state === 'present');
    const observedAt = known ? timeOf(check.evidenceAt, context) : undefined;
    const staleAt = known ? timeOf(check.staleAt, context) : undefined;
    return {
      ...decision,
      evidence:
        decision.outcome === 'not_applicable' ? [] : evidenceOf(check, facts),
      ...(observedAt && { evidenceAt: observedAt }),
      ...(staleAt && { staleAt }),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      outcome: 'unknown',
      unknownReason: 'error',
      reason: `The rule could not be evaluated: ${message.split('\n')[0]}`,
      evidence: evidenceOf(check, facts),
    };
  }
}
