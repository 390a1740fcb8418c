import { match } from './match';
import { NONE } from './sides';
import { statusBySource } from './suppression';
import { Candidate, Incoming, Reconciliation, ScanScope } from './types';

/**
 * Compares a scan with what is stored of its entity. Pure: it says what
 * changes, and changes nothing.
 */
export function reconcile(
  incoming: Incoming[],
  candidates: Candidate[],
  scan: ScanScope,
): Reconciliation {
  const partners = match(incoming, candidates, scan);
  const seen = new Uint8Array(candidates.length);
  const result: Reconciliation = {
    partners,
    created: [],
    opened: [],
    reopened: [],
    updated: [],
    unchanged: 0,
    restated: [],
    appeared: [],
    absent: [],
  };
  for (const [index, partner] of partners.entries()) {
    if (partner === NONE) {
      result.created.push(index);
    } else {
      seen[partner] = 1;
      compare(result, incoming, index, candidates, partner, scan);
    }
  }
  if (scan.complete) {
    for (const [index, candidate] of candidates.entries()) {
      if (
        seen[index] === 0 &&
        candidate.presentIn.includes(scan.scope) &&
        (scan.speaksFor?.includes(candidate.type) ?? true)
      ) {
        result.absent.push(index);
      }
    }
  }
  return result;
}

function compare(
  result: Reconciliation,
  incoming: Incoming[],
  index: number,
  candidates: Candidate[],
  partner: number,
  scan: ScanScope,
): void {
  const candidate = candidates[partner];
  if (!candidate.presentIn.includes(scan.scope)) {
    result.appeared.push(partner);
  }
  const leads = isLeading(candidate, scan);
  const differs =
    leads && candidate.attributesHash !== incoming[index].attributesHash;
  if (scan.counted && candidate.status === 'unlisted') {
    result.opened.push([index, partner]);
  } else if (scan.counted && candidate.status === 'resolved') {
    result.reopened.push([index, partner]);
  } else if (differs) {
    result.updated.push([index, partner]);
  } else {
    result.unchanged += 1;
  }
  if (
    leads &&
    scan.counted &&
    isBySource(candidate) &&
    candidate.status !== statusBySource(incoming[index].finding)
  ) {
    result.restated.push([index, partner]);
  }
}

function isBySource({ decided, status }: Candidate): boolean {
  return !decided && (status === 'open' || status === 'dismissed');
}

/**
 * Whose words a finding takes: those of the scope that found it, so that two
 * tools that describe it differently do not take turns; once that scope does
 * not see it any more, those of the next that does. Branches have no say in
 * what is on the default ref.
 */
function isLeading(candidate: Candidate, scan: ScanScope): boolean {
  if (candidate.leadScope === scan.scope) {
    return true;
  }
  if (candidate.status === 'unlisted' || scan.counted) {
    return (
      (scan.counted && candidate.status === 'unlisted') ||
      !candidate.presentIn.includes(candidate.leadScope)
    );
  }
  return false;
}
