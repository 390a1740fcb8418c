import { ParsedEvidence, ParsedInventory, ParsedRun } from './types';

/** From the one that proves least: what is joined proves no more than its weakest part. */
const WEAKEST_FIRST: readonly ParsedEvidence[] = [
  'none',
  'inventory',
  'partial',
  'scan',
];

function keyOf(run: ParsedRun): string {
  return JSON.stringify([run.tool.name, run.category ?? null]);
}

function joinEvidence(
  one: ParsedRun,
  other: ParsedRun,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const [weaker, stronger] =
    WEAKEST_FIRST.indexOf(one.evidence) <= WEAKEST_FIRST.indexOf(other.evidence)
      ? [one, other]
      : [other, one];
  // One half that proves nothing beside one that found something is half a scan.
  const evidence =
    weaker.evidence !== stronger.evidence && stronger.evidence === 'scan'
      ? 'partial'
      : stronger.evidence;
  return {
    evidence,
    evidenceReason: weaker.evidenceReason ?? stronger.evidenceReason,
  };
}

/**
 * What two parts of one scan speak for together: {@link ParsedRun.speaksFor}.
 *
 * @public
 */
export function joinSpeaksFor(
  one: ParsedRun,
  other: ParsedRun,
): ParsedRun['speaksFor'] {
  return (
    one.speaksFor &&
    other.speaksFor && [...new Set([...one.speaksFor, ...other.speaksFor])]
  );
}

/**
 * What two parts of one scan list together.
 *
 * @public
 */
export function joinInventories(
  one: ParsedInventory | undefined,
  other: ParsedInventory | undefined,
): ParsedInventory | undefined {
  if (!one || !other) return one ?? other;
  return {
    subject: one.subject ?? other.subject,
    components: one.components.concat(other.components),
  };
}

function join(one: ParsedRun, other: ParsedRun): ParsedRun {
  const leftOut = { ...one.counts.leftOut };
  for (const [reason, count] of Object.entries(other.counts.leftOut)) {
    leftOut[reason] = (leftOut[reason] ?? 0) + count;
  }
  for (const finding of other.findings) one.findings.push(finding);
  return {
    ...one,
    ...joinEvidence(one, other),
    tool: { ...one.tool, version: one.tool.version ?? other.tool.version },
    controlTypes: [...new Set([...one.controlTypes, ...other.controlTypes])],
    speaksFor: joinSpeaksFor(one, other),
    scannedAt: [one.scannedAt, other.scannedAt].filter(Boolean).sort().at(0),
    commit: one.commit ?? other.commit,
    branch: one.branch ?? other.branch,
    inventory: joinInventories(one.inventory, other.inventory),
    counts: { raw: one.counts.raw + other.counts.raw, leftOut },
  };
}

/**
 * Joins runs of one tool and category: they are parts of one scan (a build with
 * several projects), and as scans of their own the second would resolve what
 * the first one found.
 */
export function mergeRuns(runs: readonly ParsedRun[]): ParsedRun[] {
  const merged = new Map<string, ParsedRun>();
  for (const run of runs) {
    const key = keyOf(run);
    const known = merged.get(key);
    merged.set(key, known ? join(known, run) : run);
  }
  return [...merged.values()];
}
