import { Identity } from '../identity';
import { Candidate, ScanScope } from './types';

/** No partner. */
export const NONE = -1;

/** An incoming or a stored finding that is to be paired. */
export interface Side {
  index: number;
  identity: Identity;
}

/** By line, or by major version. */
export function byOrder(one: Side, other: Side): number {
  return (
    Number(one.identity.order) - Number(other.identity.order) ||
    Number(one.identity.column) - Number(other.identity.column) ||
    one.index - other.index
  );
}

/** Lower is better. An open finding beats one that was fixed long ago. */
export function preference(candidate: Candidate, scan: ScanScope): number {
  if (candidate.presentIn.includes(scan.scope)) {
    return 0;
  }
  if (candidate.presentIn.length > 0) {
    return candidate.status === 'unlisted' ? 2 : 1;
  }
  return candidate.status === 'unlisted' ? 4 : 3;
}

/**
 * A finding may be taken to another place only by a scope that sees it. A
 * branch starts out from the default ref, so there it may also be recognised
 * elsewhere; that changes nothing but the branch.
 */
export function mayMove(candidate: Candidate, scan: ScanScope): boolean {
  return (
    candidate.presentIn.includes(scan.scope) ||
    (!scan.counted &&
      candidate.presentIn.some(scope => scan.baseScopes.includes(scope)))
  );
}
