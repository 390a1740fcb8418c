import { decodeIdentity, Identity } from '../identity';
import { contradict, Stage, STAGES } from './stages';
import { Candidate, Incoming, ScanScope } from './types';

/** No partner. */
export const NONE = -1;

interface Side {
  index: number;
  identity: Identity;
}

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

  let left = openSides(incoming, partners);
  if (left.length === 0) {
    return partners;
  }
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
  for (const stage of STAGES) {
    if (stage.moves && !scan.complete) {
      continue;
    }
    const eligible = stored.filter(
      side =>
        taken[side.index] === 0 &&
        (!stage.moves || mayMove(candidates[side.index], scan)),
    );
    if (eligible.length > 0) {
      matchStage(stage, left, eligible, candidates, scan, partners, taken);
      left = left.filter(side => partners[side.index] === NONE);
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

function openSides(incoming: Incoming[], partners: Int32Array): Side[] {
  const sides: Side[] = [];
  for (const [index, { identity }] of incoming.entries()) {
    if (partners[index] === NONE) {
      sides.push({ index, identity });
    }
  }
  return sides;
}

function matchStage(
  stage: Stage,
  left: Side[],
  stored: Side[],
  candidates: Candidate[],
  scan: ScanScope,
  partners: Int32Array,
  taken: Uint8Array,
): void {
  const groups = groupBy(stage, stored);
  for (const [key, wanting] of groupBy(stage, left)) {
    const group = groups.get(key);
    if (!group) {
      continue;
    }
    const offered = inOrder(group, candidates, scan, stage);
    wanting.sort((a, b) => byLine(a, b) || a.index - b.index);
    for (const [one, other] of pair(stage, wanting, offered)) {
      if (!stage.guarded || !contradict(one.identity, other.identity)) {
        partners[one.index] = other.index;
        taken[other.index] = 1;
      }
    }
  }
}

function pair(stage: Stage, wanting: Side[], offered: Side[]): [Side, Side][] {
  const fits =
    stage.pairing === 'each' ||
    (wanting.length === offered.length &&
      (stage.pairing === 'even' || wanting.length === 1));
  if (!fits) {
    return [];
  }
  const count = Math.min(wanting.length, offered.length);
  return wanting.slice(0, count).map((side, i) => [side, offered[i]]);
}

function groupBy(stage: Stage, sides: Side[]): Map<string, Side[]> {
  const groups = new Map<string, Side[]>();
  for (const side of sides) {
    const key = stage.key(side.identity);
    if (key !== undefined) {
      const group = groups.get(key);
      if (group) {
        group.push(side);
      } else {
        groups.set(key, [side]);
      }
    }
  }
  return groups;
}

/**
 * Findings that are present come before those that are gone, which count for
 * an unambiguous match only when nothing is present.
 */
function inOrder(
  group: Side[],
  candidates: Candidate[],
  scan: ScanScope,
  stage: Stage,
): Side[] {
  const present = group.filter(
    side => candidates[side.index].presentIn.length > 0,
  );
  const offered =
    stage.pairing !== 'each' && present.length > 0 ? present : [...group];
  return offered.sort(
    (a, b) =>
      preference(candidates[a.index], scan) -
        preference(candidates[b.index], scan) ||
      byLine(a, b) ||
      a.index - b.index,
  );
}

function byLine(a: Side, b: Side): number {
  return Number(a.identity.line) - Number(b.identity.line);
}

/** Lower is better. An open finding beats one that was fixed long ago. */
function preference(candidate: Candidate, scan: ScanScope): number {
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
function mayMove(candidate: Candidate, scan: ScanScope): boolean {
  return (
    candidate.presentIn.includes(scan.scope) ||
    (!scan.counted &&
      candidate.presentIn.some(scope => scan.baseScopes.includes(scope)))
  );
}
