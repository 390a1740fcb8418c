import {
  Outcome,
  UnknownReason,
} from '@synchrony/backstage-plugin-scorecards-common';

/** An outcome as the ledger keeps it. */
export interface LedgerOutcome {
  outcome: Outcome;
  unknownReason?: UnknownReason;
  /** Whether a waiver stood although the outcome was unknown. */
  isUnderWaiver?: boolean;
}

const OUTCOMES: Record<string, LedgerOutcome> = {
  p: { outcome: 'pass' },
  f: { outcome: 'fail' },
  n: { outcome: 'not_applicable' },
  w: { outcome: 'waived' },
  u: { outcome: 'unknown', unknownReason: 'no_data' },
  s: { outcome: 'unknown', unknownReason: 'stale' },
  e: { outcome: 'unknown', unknownReason: 'error' },
  x: { outcome: 'unknown', unknownReason: 'forbidden' },
  v: { outcome: 'unknown', unknownReason: 'no_data', isUnderWaiver: true },
  t: { outcome: 'unknown', unknownReason: 'stale', isUnderWaiver: true },
  r: { outcome: 'unknown', unknownReason: 'error', isUnderWaiver: true },
  y: { outcome: 'unknown', unknownReason: 'forbidden', isUnderWaiver: true },
};

function keyOf({
  isUnderWaiver,
  outcome,
  unknownReason,
}: LedgerOutcome): string {
  return outcome === 'unknown'
    ? `${outcome} ${unknownReason ?? 'no_data'}${isUnderWaiver ? ' waiver' : ''}`
    : outcome;
}

const LETTERS = new Map(
  Object.entries(OUTCOMES).map(([letter, outcome]) => [keyOf(outcome), letter]),
);

/** Stands for a check that waits for its source, and counts nowhere. */
const WAITING = '-';

/** What is kept of a check. */
export interface LedgerMark extends LedgerOutcome {
  /** Whether the catalog's facts required the check for a lower level. */
  isSooner: boolean;
}

/**
 * Outcomes in the order of a scorecard, one letter each: a capital where the
 * check is required sooner; undefined stands for one that waits.
 */
export function encodeOutcomes(
  marks: readonly (LedgerMark | undefined)[],
): string {
  return marks
    .map(mark => {
      const letter = mark ? LETTERS.get(keyOf(mark)) : WAITING;
      return mark?.isSooner ? letter?.toUpperCase() : letter;
    })
    .join('');
}

/** What is behind the letters. */
export function decodeOutcomes(letters: string): (LedgerMark | undefined)[] {
  return [...letters].map(letter => {
    if (letter === WAITING) {
      return undefined;
    }
    const outcome = OUTCOMES[letter.toLowerCase()];
    if (!outcome) {
      throw new Error(`The ledger has no outcome "${letter}"`);
    }
    return { ...outcome, isSooner: letter !== letter.toLowerCase() };
  });
}
