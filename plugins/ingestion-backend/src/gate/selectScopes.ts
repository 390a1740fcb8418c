import type { StoredScope } from '../store/ScopeStore';

/** What is judged and what it is compared with. */
export interface GateQuestion {
  ref?: string;
  commit?: string;
  base: string;
  defaultRef: string;
}

/** The scopes of one entity, by their part in the comparison. */
export interface GateScopes {
  head: StoredScope[];
  base: StoredScope[];
  /** Seen by these, a finding of the base that the head lacks is fixed. */
  fixedFrom: StoredScope[];
  /** Whether the base is compared with itself. */
  same: boolean;
}

/** Commits may be abbreviated. */
export function isSameCommit(left: string | undefined, right: string): boolean {
  if (!left) {
    return false;
  }
  const [one, other] = [left.toLowerCase(), right.toLowerCase()];
  return one.startsWith(other) || other.startsWith(one);
}

/** Scans without a ref speak for the default one. */
function isOn(scope: StoredScope, ref: string, defaultRef: string): boolean {
  return scope.ref === ref || (scope.ref === '' && ref === defaultRef);
}

/** Splits the scopes of an entity into head and base. */
export function selectScopes(
  scopes: StoredScope[],
  question: GateQuestion,
): GateScopes {
  const { base, commit, defaultRef, ref } = question;
  const headRef = ref ?? (commit === undefined ? base : undefined);
  const head = scopes.filter(scope =>
    headRef === undefined
      ? isSameCommit(scope.commit, commit!)
      : isOn(scope, headRef, defaultRef),
  );
  const ofBase = scopes.filter(scope => isOn(scope, base, defaultRef));
  const fixedFrom = ofBase.filter(
    scope =>
      !head.includes(scope) &&
      head.some(other => isCounterpart(scope, other) && isComplete(other)),
  );
  return { head, base: ofBase, fixedFrom, same: headRef === base };
}

function isCounterpart(left: StoredScope, right: StoredScope): boolean {
  return (
    left.tool === right.tool &&
    left.category === right.category &&
    left.environment === right.environment
  );
}

/** Whether its newest scan covered everything. */
export function isComplete(scope: StoredScope): boolean {
  return scope.lastCompleteAt === scope.lastScanAt;
}
