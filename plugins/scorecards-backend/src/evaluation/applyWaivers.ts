import { CheckDefinition } from '../definitions/types';
import { isJsonObject } from '../rules/json';
import { counted } from '../rules/relativeTime';
import { StoredEntityFacts } from '../store/FactTable';
import { CheckResult, EntityFacts } from './evaluateCheck';

/** The source that keeps waivers, of findings and of checks. */
export const WAIVER_SOURCE = 'ingestion';

/**
 * What waivers make of a result. A waived check passes nothing: it gives no
 * points. Only a failure is waived, and only where the check may be. What is
 * unknown stays unknown, and the waiver that stands goes with it: a waiver has
 * an end of its own, so it outlives the evidence. Findings that are accepted keep a check that asks for
 * none of them from passing.
 *
 * @param now - in milliseconds since 1970
 */
export function applyWaivers(
  definition: CheckDefinition,
  result: CheckResult,
  facts: EntityFacts,
  now: number,
): CheckResult {
  const told = facts.get(WAIVER_SOURCE);
  if (!told || told.state === 'absent') {
    return result;
  }
  const until = definition.waivable
    ? numberAt(told.raw, ['waivers', 'checks', definition.id])
    : 0;
  if (result.outcome === 'unknown') {
    const isUnderWaiver =
      until > now ||
      (definition.waivable && countAccepted(definition, told.raw) > 0);
    return isUnderWaiver ? { ...result, isUnderWaiver } : result;
  }
  if (result.outcome === 'not_applicable' || told.state !== 'present') {
    return result;
  }
  const judged = withAccepted(definition, result, told.raw);
  return judged.outcome === 'fail' && until > now
    ? {
        ...judged,
        outcome: 'waived',
        reason: `${judged.reason} Waived until ${new Date(until).toISOString().slice(0, 10)}.`,
        waivedUntil: new Date(until).toISOString(),
      }
    : judged;
}

/**
 * When the first waiver of a check ends, of those that have not yet; undefined
 * without one. Until then time changes nothing.
 *
 * @param now - in milliseconds since 1970, as what is answered
 */
export function nextWaiverEnd(
  told: readonly StoredEntityFacts[],
  now: number,
): number | undefined {
  const facts = told.find(({ source }) => source === WAIVER_SOURCE)?.facts;
  const waivers = valueAt(facts, ['waivers', 'checks']);
  const ends = keysOf(waivers)
    .map(id => numberAt(waivers, [id]))
    .filter(until => until > now);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** A check that is about findings has accepted ones to tell of. */
function withAccepted(
  definition: CheckDefinition,
  result: CheckResult,
  raw: unknown,
): CheckResult {
  const accepted =
    result.outcome === 'pass' ? countAccepted(definition, raw) : 0;
  if (accepted === 0) {
    return result;
  }
  const sentence = `${counted(accepted, 'finding')} of this kind ${accepted === 1 ? 'is' : 'are'} accepted by a waiver`;
  return definition.waivable
    ? { ...result, outcome: 'waived', reason: `${sentence}.` }
    : {
        ...result,
        outcome: 'fail',
        reason: `${sentence}, which does not count here.`,
      };
}

/** Accepted findings among those that the check opens. */
function countAccepted({ rows }: CheckDefinition, raw: unknown): number {
  if (rows?.kind !== 'findings') {
    return 0;
  }
  const counts = valueAt(raw, [rows.overdue ? 'acceptedOverdue' : 'accepted']);
  const types = rows.type ?? keysOf(counts);
  let total = 0;
  for (const type of types) {
    const ofType = valueAt(counts, [type]);
    for (const severity of rows.severity ?? keysOf(ofType)) {
      total += numberAt(ofType, [severity]);
    }
  }
  return total;
}

function valueAt(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (current, name) => (isJsonObject(current) ? current[name] : undefined),
    value,
  );
}

function numberAt(value: unknown, path: string[]): number {
  const found = valueAt(value, path);
  return typeof found === 'number' ? found : 0;
}

function keysOf(value: unknown): string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}
