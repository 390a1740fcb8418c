import {
  AssignmentStatus,
  ChampionRole,
  COUNTED_ASSIGNMENT_STATUSES,
  CoverageReason,
  CoverageState,
} from '@synchrony/backstage-plugin-champions-common';

/** Of an assignment, what coverage is decided by. */
export interface CountedAssignment {
  scopeRef: string;
  personId: number;
  role: ChampionRole;
  status: AssignmentStatus;
}

export interface Judgement {
  state: CoverageState;
  reasons: CoverageReason[];
}

export function isCounted({ status }: CountedAssignment): boolean {
  return COUNTED_ASSIGNMENT_STATUSES.includes(status);
}

/**
 * How well a scope is looked after by the assignments that stand at it.
 *
 * @param overloaded - people who are primary for more scopes than the
 *   programme's limit
 */
export function judgeCoverage(
  assignments: readonly CountedAssignment[],
  overloaded: ReadonlySet<number>,
): Judgement {
  const counted = assignments.filter(isCounted);
  if (counted.length === 0) {
    return { state: 'uncovered', reasons: ['nobody'] };
  }
  const primaries = counted.filter(({ role }) => role === 'primary');
  const active = counted.filter(({ status }) => status === 'active');
  const activePrimaries = active.filter(({ role }) => role === 'primary');
  if (activePrimaries.length > 0) {
    const reasons: CoverageReason[] = [
      ...(active.length === 1 ? (['no_deputy'] as const) : []),
      ...(activePrimaries.every(({ personId }) => overloaded.has(personId))
        ? (['too_many_scopes'] as const)
        : []),
    ];
    return { state: reasons.length > 0 ? 'covered_thin' : 'covered', reasons };
  }
  const has = (status: AssignmentStatus) =>
    primaries.some(each => each.status === status);
  return {
    state: 'at_risk',
    reasons: [
      ...(has('stepping_down') ? (['stepping_down'] as const) : []),
      ...(has('lapsed') ? (['lapsed'] as const) : []),
      ...(primaries.length === 0 ? (['no_primary'] as const) : []),
    ],
  };
}

/** People who are primary for more scopes than the limit. */
export function overloadedPeople(
  assignments: readonly CountedAssignment[],
  maxScopes: number,
): Set<number> {
  const scopes = new Map<number, Set<string>>();
  for (const { personId, role, scopeRef, status } of assignments) {
    if (
      role === 'primary' &&
      (status === 'active' || status === 'stepping_down')
    ) {
      scopes.set(personId, (scopes.get(personId) ?? new Set()).add(scopeRef));
    }
  }
  return new Set(
    [...scopes]
      .filter(([, refs]) => refs.size > maxScopes)
      .map(([personId]) => personId),
  );
}
