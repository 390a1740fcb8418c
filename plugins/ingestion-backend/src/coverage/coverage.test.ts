import { DAY_MS } from '../sla';
import { DEFAULT_CADENCE } from './cadence';
import type { StoredCoverage } from '../store/CoverageStore';
import type { OpenCount } from '../store/FindingCountStore';
import { NO_WAIVERS } from '../waivers';
import { toFacts } from './toFacts';
import { CoverageEvidence, updateCoverage } from './updateCoverage';

/** Coverage and open findings, and nothing that is waived. */
function sources(coverage: StoredCoverage[], open: OpenCount[] = []) {
  return {
    coverage,
    open,
    accepted: [],
    closed: { closed: 0, closedInTime: 0 },
    waivers: NO_WAIVERS,
  };
}

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
      toFacts(sources(covered), at).facts.coverage.sast.state;
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
    expect(toFacts(sources(partial), T0).facts.coverage.sast.state).toBe(
      'missing',
    );
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
    expect(toFacts(sources(covered, [open]), T0)).toMatchObject({
      validUntil: T0 + 3 * DAY_MS,
      facts: {
        open: { sast: { critical: 0, high: 3 }, sca: { high: 0 } },
        overdue: { sast: { high: 1 } },
      },
    });
    expect(toFacts(sources(covered), T0).validUntil).toBe(T0 + 14 * DAY_MS);
    expect(
      toFacts(sources(covered), T0 + 15 * DAY_MS).validUntil,
    ).toBeUndefined();
  });

  it('tell what waivers accept, until the first of them ends', () => {
    const accepted = {
      type: 'sca' as const,
      severity: 0,
      open: 2,
      overdue: 1,
      dueWithin7Days: 0,
      acceptedUntil: T0 + 5 * DAY_MS,
    };
    const told = toFacts(
      {
        ...sources([]),
        accepted: [accepted],
        waivers: {
          ...NO_WAIVERS,
          checks: { 'code.sast-active': T0 + 9 * DAY_MS },
        },
      },
      T0,
    );
    expect(told).toMatchObject({
      validUntil: T0 + 5 * DAY_MS,
      facts: {
        open: { sca: { critical: 0 } },
        accepted: { sca: { critical: 2 } },
        acceptedOverdue: { sca: { critical: 1 } },
        waivers: { checks: { 'code.sast-active': T0 + 9 * DAY_MS } },
      },
    });
  });
});
