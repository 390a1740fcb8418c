import { decodeIdentity, Identity, isBare } from '../identity';
import { Matcher } from './Matcher';
import { mayMove, NONE, preference, Side } from './sides';
import { Candidate, Incoming, ScanScope } from './types';

/**
 * Pairs incoming findings with stored ones, each with at most one: first what
 * is equal, then stage by stage what is recognisable. Answers the index of the
 * candidate for each incoming finding, or {@link NONE}.
 */
export function match(
  incoming: Incoming[],
  candidates: Candidate[],
  scan: ScanScope,
): Int32Array {
  const partners = new Int32Array(incoming.length).fill(NONE);
  const taken = new Uint8Array(candidates.length);
  matchEqual(incoming, candidates, scan, partners, taken);
  const returned = reopenTwins(incoming, candidates, scan, partners, taken);

  const left: Side[] = [];
  for (const [index, { identity }] of incoming.entries()) {
    if (partners[index] === NONE) {
      left.push({ index, identity });
    }
  }
  if (left.length > 0) {
    const families = new Set(left.map(side => side.identity.family));
    const stored: Side[] = [];
    for (const [index, candidate] of candidates.entries()) {
      if (taken[index] === 0) {
        const identity = decodeIdentity(candidate.key);
        if (families.has(identity.family)) {
          stored.push({ index, identity });
        }
      }
    }
    new Matcher(incoming, candidates, scan, partners, taken).run(left, stored);
  }
  for (const [index, candidate] of returned) {
    if (partners[index] === NONE && taken[candidate] === 0) {
      partners[index] = candidate;
      taken[candidate] = 1;
    }
  }
  return partners;
}

/** Equal findings, so that only what changed goes through the stages. */
function matchEqual(
  incoming: Incoming[],
  candidates: Candidate[],
  scan: ScanScope,
  partners: Int32Array,
  taken: Uint8Array,
): void {
  const byKey = new Map<string, number>();
  for (const [index, candidate] of candidates.entries()) {
    const known = byKey.get(candidate.key);
    if (
      known === undefined ||
      preference(candidate, scan) < preference(candidates[known], scan)
    ) {
      byKey.set(candidate.key, index);
    }
  }
  for (const [index, { key }] of incoming.entries()) {
    const candidate = byKey.get(key);
    if (candidate !== undefined && taken[candidate] === 0) {
      partners[index] = candidate;
      taken[candidate] = 1;
    }
  }
}

/** What findings share that only their lines tell apart; undefined for others. */
function twinsKey(identity: Identity): string | undefined {
  if (identity.place === '') {
    return undefined;
  }
  if (isBare(identity)) {
    return identity.place;
  }
  return identity.code === ''
    ? undefined
    : `${identity.family}.${identity.code}.${identity.place}`;
}

/**
 * Of findings that only their lines tell apart, one may now stand where
 * another was: when some of them are not where they were, an equal line proves
 * nothing, and the stages decide by what is around them. Answers those that
 * equal what is gone, which come back when they are none of what is there.
 */
function reopenTwins(
  incoming: Incoming[],
  candidates: Candidate[],
  scan: ScanScope,
  partners: Int32Array,
  taken: Uint8Array,
): [incoming: number, candidate: number][] {
  if (!scan.complete) {
    return [];
  }
  const changed = new Set<string | undefined>();
  for (const [index, { identity }] of incoming.entries()) {
    if (partners[index] === NONE) {
      changed.add(twinsKey(identity));
    }
  }
  for (const [index, candidate] of candidates.entries()) {
    if (taken[index] === 0 && candidate.presentIn.includes(scan.scope)) {
      changed.add(twinsKey(decodeIdentity(candidate.key)));
    }
  }
  changed.delete(undefined);
  const returned: [incoming: number, candidate: number][] = [];
  if (changed.size === 0) {
    return returned;
  }
  for (const [index, { identity }] of incoming.entries()) {
    const partner = partners[index];
    if (partner !== NONE && changed.has(twinsKey(identity))) {
      const isGone =
        isBare(identity) && candidates[partner].presentIn.length === 0;
      if (isGone) {
        returned.push([index, partner]);
      }
      if (isGone || mayMove(candidates[partner], scan)) {
        partners[index] = NONE;
        taken[partner] = 0;
      }
    }
  }
  return returned;
}
