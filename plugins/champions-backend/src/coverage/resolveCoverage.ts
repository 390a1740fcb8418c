import {
  CountedAssignment,
  isCounted,
  Judgement,
  judgeCoverage,
} from './judgeCoverage';

export interface ResolvedCoverage extends Judgement {
  /** The nearest scope at which somebody stands. */
  scopeRef?: string;
}

/**
 * Coverage of an entity by the nearest of its scopes at which somebody stands.
 *
 * @param scopes - from near to far
 */
export function resolveCoverage(
  scopes: readonly string[],
  assignmentsOf: ReadonlyMap<string, readonly CountedAssignment[]>,
  overloaded: ReadonlySet<number>,
): ResolvedCoverage {
  const scopeRef = scopes.find(ref => assignmentsOf.get(ref)?.some(isCounted));
  return {
    ...judgeCoverage(
      scopeRef === undefined ? [] : (assignmentsOf.get(scopeRef) ?? []),
      overloaded,
    ),
    ...(scopeRef !== undefined && { scopeRef }),
  };
}
