import { CompiledCheck } from '../definitions/compile';
import { CompiledScorecard } from '../definitions/compileScorecard';
import { ruleNameOf } from '../definitions/ruleNames';
import { FactSchema } from '../rules/FactSchema';
import { CheckResult, SourceFacts } from './evaluateCheck';
import {
  appliesTo,
  EvaluatedScorecard,
  evaluateScorecard,
} from './evaluateScorecard';
import { EntityInput } from './types';

/** What entities are evaluated by. */
export interface Ruleset {
  scorecards: CompiledScorecard[];
  /** What is read now, the catalog among it; what others said is left aside. */
  sources: ReadonlyMap<string, FactSchema>;
}

/** A ruleset that is in use. */
export interface ActiveRuleset extends Ruleset {
  /** Changes whenever the same inputs may be judged differently. */
  hash: string;
}

/** Every scorecard that applies to an entity, by what is told of it. */
export function evaluateAll(
  { entity, told }: EntityInput,
  { scorecards, sources }: Ruleset,
  now: Date,
): EvaluatedScorecard[] {
  const facts = new Map(
    told
      .filter(({ source }) => sources.has(source))
      .map(({ source, facts: raw, stale, validUntil }) => {
        const sourceFacts: SourceFacts = stale
          ? {
              state: 'stale',
              raw,
              since: new Date(validUntil ?? 0).toISOString(),
            }
          : {
              state: 'present',
              raw,
              cel: sources.get(source)?.toCel(raw),
            };
        return [ruleNameOf(source), sourceFacts] as const;
      }),
  );
  const known = new Map<CompiledCheck, CheckResult>();
  return scorecards
    .filter(({ definition }) => appliesTo(definition, entity))
    .map(scorecard => evaluateScorecard(scorecard, entity, facts, now, known));
}
