import { DAY_MS } from '../sla';
import { DEFAULT_CADENCE } from './cadence';
import { toFacts } from './toFacts';
import { CoverageEvidence, updateCoverage } from './updateCoverage';

const T0 = Date.parse('2026-11-01T00:00:00Z');

const SCAN: CoverageEvidence = {
  controlTypes: ['sast'],
  tool: 'CodeQL',
  commit: 'abcd',
  reportId: 'r1',
  at: T0,
  complete: true,
};

describe('coverage', () => {
  const covered = updateCoverage([], SCAN, DEFAULT_CADENCE);

  it('is active until its time is over', () => {
    const stateAt = (at: number) =>
      toFacts(covered, [], at).facts.coverage.sast.state;
    expect(stateAt(T0)).toBe('active');
    expect(stateAt(T0 + 14 * DAY_MS - 1)).toBe('active');
    expect(stateAt(T0 + 14 * DAY_MS)).toBe('stale');
  });

  it('is missing for a control that only partial scans showed', () => {
    const partial = updateCoverage(
      [],
      { ...SCAN, complete: false },
      DEFAULT_CADENCE,
    );
    expect(partial).toMatchObject([{ lastReportAt: T0 }]);
    expect(toFacts(partial, [], T0).facts.coverage.sast.state).toBe('missing');
  });

  it('is not made older by an older scan, nor by a partial one', () => {
    for (const later of [
      { ...SCAN, at: T0 - DAY_MS, reportId: 'r2' },
      { ...SCAN, at: T0 + DAY_MS, reportId: 'r2', complete: false },
    ]) {
      expect(updateCoverage(covered, later, DEFAULT_CADENCE)).toMatchObject([
        { lastCompleteAt: T0, reportId: 'r1' },
      ]);
    }
  });
});

describe('facts', () => {
  it('hold until the first due date or the first stale control', () => {
    const covered = updateCoverage([], SCAN, DEFAULT_CADENCE);
    const open = {
      type: 'sast' as const,
      severity: 1,
      open: 3,
      overdue: 1,
      dueWithin7Days: 1,
      nextDueAt: T0 + 3 * DAY_MS,
    };
    expect(toFacts(covered, [open], T0)).toMatchObject({
      validUntil: T0 + 3 * DAY_MS,
      facts: {
        open: { sast: { critical: 0, high: 3 }, sca: { high: 0 } },
        overdue: { sast: { high: 1 } },
      },
    });
    expect(toFacts(covered, [], T0).validUntil).toBe(T0 + 14 * DAY_MS);
    expect(toFacts(covered, [], T0 + 15 * DAY_MS).validUntil).toBeUndefined();
  });
});
