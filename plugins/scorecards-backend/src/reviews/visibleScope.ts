import { ScorecardReviewScope } from '@synchrony/backstage-plugin-scorecards-common';

/** The refs that a scope names. */
export function refsOf({ entities, within }: ScorecardReviewScope): string[] {
  return [...(within ?? []), ...(entities ?? [])];
}

function select(
  scope: ScorecardReviewScope,
  isKept: (ref: string) => boolean,
): ScorecardReviewScope {
  return {
    ...scope,
    ...(scope.within && { within: scope.within.filter(isKept) }),
    ...(scope.entities && { entities: scope.entities.filter(isKept) }),
  };
}

/** A scope without the refs that a caller may not see; empty lists stay. */
export function visibleScope(
  scope: ScorecardReviewScope,
  visible: ReadonlySet<string>,
): ScorecardReviewScope {
  return select(scope, ref => visible.has(ref));
}

/** What a caller says a scope is, with what they could not see of it before. */
export function withHidden(
  said: ScorecardReviewScope,
  before: ScorecardReviewScope,
  visible: ReadonlySet<string>,
): ScorecardReviewScope {
  const hidden = select(before, ref => !visible.has(ref));
  const join = (a: string[] = [], b: string[] = []) => [
    ...new Set([...a, ...b]),
  ];
  const within = join(said.within, hidden.within);
  const entities = join(said.entities, hidden.entities);
  return {
    ...said,
    ...(within.length > 0 && { within }),
    ...(entities.length > 0 && { entities }),
  };
}
