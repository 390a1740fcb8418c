import {
  Outcome,
  UnknownReason,
} from '@synchrony/backstage-plugin-scorecards-common';

/** An outcome as the ledger keeps it. */
export interface LedgerOutcome {
  outcome: Outcome;
  unknownReason?: UnknownReason;
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
};

function keyOf({ outcome, unknownReason }: LedgerOutcome): string {
  return outcome === 'unknown'
    ? `${outcome} ${unknownReason ?? 'no_data'}`
    : outcome;
}

const LETTERS = new Map(
  Object.entries(OUTCOMES).map(([letter, outcome]) => [keyOf(outcome), letter]),
);

/** Outcomes in the order of a scorecard, one letter each. */
export function encodeOutcomes(outcomes: readonly LedgerOutcome[]): string {
  return outcomes.map(outcome => LETTERS.get(keyOf(outcome))).join('');
}

/** The outcomes behind the letters. */
export function decodeOutcomes(letters: string): LedgerOutcome[] {
  return [...letters].map(letter => {
    const outcome = OUTCOMES[letter];
    if (!outcome) {
      throw new Error(`The ledger has no outcome "${letter}"`);
    }
    return outcome;
  });
}
