import { scoreScorecard } from '@synchrony/backstage-plugin-scorecards-common';
import { decodeOutcomes, encodeOutcomes } from '../ledger/outcomeCodes';
import { testCheck } from '../__testUtils__/ledgerScorecards';
import { applyWaivers } from './applyWaivers';
import { CheckResult, SourceFacts } from './evaluateCheck';

const NOW = Date.parse('2026-11-24T08:00:00.000Z');
const UNTIL = NOW + 86_400_000;

function told(state: 'present' | 'stale', waivers: object, more = {}) {
  const raw = { waivers: { checks: waivers }, ...more };
  const facts: SourceFacts =
    state === 'present'
      ? { state, raw, cel: raw }
      : { state, raw, since: '2026-11-24T00:00:00.000Z' };
  return new Map([['ingestion', facts]]);
}

const failing: CheckResult = { outcome: 'fail', reason: 'No.', evidence: [] };
const unknown: CheckResult = {
  outcome: 'unknown',
  unknownReason: 'stale',
  reason: 'Who knows.',
  evidence: [],
};

/** The level of a service whose optional check has this result. */
function levelWith({ isUnderWaiver, outcome }: CheckResult) {
  const check = {
    stage: 'plan' as const,
    weight: 5,
    waivable: true,
    effort: 'S' as const,
  };
  return scoreScorecard([
    { ...check, id: 'g', requiredFor: 'gold', outcome: 'pass' },
    { ...check, id: 'p', requiredFor: 'platinum', outcome: 'pass' },
    { ...check, id: 'optional', outcome, isUnderWaiver },
  ]).level;
}

describe('a waiver of a check', () => {
  const check = testCheck('plan.example');
  const waivers = { [check.id]: UNTIL };

  it('keeps from Platinum, also when the evidence behind it goes', () => {
    const waived = applyWaivers(check, failing, told('present', waivers), NOW);
    expect(waived.outcome).toBe('waived');
    expect(levelWith(waived)).toBe('gold');
    for (const state of ['present', 'stale'] as const) {
      const gone = applyWaivers(check, unknown, told(state, waivers), NOW);
      expect(gone.outcome).toBe('unknown');
      expect(levelWith(gone)).toBe('gold');
    }
    const over = applyWaivers(check, unknown, told('stale', waivers), UNTIL);
    expect(levelWith(over)).toBe('platinum');
  });

  it('keeps from it where findings are accepted, too', () => {
    const findings = testCheck('plan.example', {
      rows: { kind: 'findings', type: ['sast'] },
    });
    const facts = told('stale', {}, { accepted: { sast: { high: 1 } } });
    expect(levelWith(applyWaivers(findings, unknown, facts, NOW))).toBe('gold');
  });

  it('is in the ledger, so that the past is scored alike', () => {
    const mark = {
      outcome: 'unknown' as const,
      unknownReason: 'stale' as const,
      isSooner: false,
    };
    const marks = [{ ...mark, isUnderWaiver: true }, mark];
    expect(decodeOutcomes(encodeOutcomes(marks))).toEqual(marks);
  });
});
