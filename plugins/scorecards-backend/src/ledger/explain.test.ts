import { LEVELS } from '@synchrony/backstage-plugin-scorecards-common';
import fc from 'fast-check';
import {
  pick,
  randomOf,
  randomScorecards,
  testCheck,
  testScorecard,
} from '../__testUtils__/ledgerScorecards';
import {
  Cause,
  explain,
  explainForOutsiders,
  standingOfEntry,
} from './explain';
import { toTimeline } from './rebuild';
import { LedgerEntry, LedgerRow } from './types';

const LETTERS = ['p', 'f', 'n', 'w', 'u', 's', 'e'];

function row(
  since: number,
  outcomes: string,
  overrides: Partial<LedgerRow> = {},
): LedgerRow {
  return {
    scorecard_id: 'test',
    scorecard_version: 1,
    since,
    ended_at: null,
    outcomes,
    tier: 'tier-1',
    level: 'none',
    ...overrides,
  };
}

/** With the levels that the outcomes earn, none of which is held. */
function asEarned(...args: Parameters<typeof toTimeline>): LedgerEntry[] {
  return toTimeline(...args).map(({ level: _, ...entry }) => entry);
}

function sumOf(causes: Cause[]) {
  return causes.reduce(
    (sum, cause) => ({
      tenths: sum.tenths + cause.scoreTenths,
      rank: sum.rank + cause.levels,
    }),
    { tenths: 0, rank: 0 },
  );
}

function differenceOf(from: LedgerEntry, to: LedgerEntry) {
  const [a, b] = [standingOfEntry(from), standingOfEntry(to)];
  return { tenths: b.tenths - a.tenths, rank: b.rank - a.rank };
}

/** A history of an entity under versions of a scorecard, with gaps. */
function randomTimeline(seed: number): LedgerEntry[] {
  const random = randomOf(seed);
  const scorecards = randomScorecards(random, 3);
  let version = 1;
  let since = 0;
  const rows = Array.from({ length: 12 }, () => {
    version = random() < 0.2 ? Math.min(3, version + 1) : version;
    since += 10;
    return row(
      since,
      scorecards[version - 1].checks.map(() => pick(LETTERS, random)).join(''),
      {
        scorecard_version: version,
        tier: pick(['tier-1', 'tier-2', null], random),
        ended_at: random() < 0.1 ? since + 5 : null,
        level: pick(LEVELS, random),
      },
    );
  });
  return [
    { since: 0, checks: [] },
    ...toTimeline(rows, of => scorecards[of - 1]),
  ];
}

describe('the causes of a change', () => {
  it('add up exactly, step by step and from end to end', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const timeline = randomTimeline(seed);
        const [first, last] = [timeline[0], timeline[timeline.length - 1]];
        expect(sumOf(explain(timeline))).toEqual(differenceOf(first, last));
        timeline.slice(1).forEach((entry, index) => {
          const before = timeline[index];
          const whole = differenceOf(before, entry);
          expect(sumOf(explain([before, entry]))).toEqual(whole);
          expect(sumOf(explainForOutsiders(before, entry))).toEqual(whole);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('tell outsiders nothing that depends on what is hidden', () => {
    const scorecard = testScorecard(1, [
      { definition: testCheck('open'), requiredFor: 'bronze' },
      { definition: testCheck('secret', { sensitive: true }) },
    ]);
    const [first, ...hidden] = asEarned(
      [row(1, 'pf'), row(2, 'pu'), row(3, 'pw'), row(4, 'ps')],
      () => scorecard,
    );
    for (const entry of hidden) {
      expect(explainForOutsiders(first, entry)).toEqual([]);
    }
  });

  it('name what happened to a check', () => {
    const checks = ['a', 'b', 'c', 'd', 'e'].map(id => ({
      definition: testCheck(id),
    }));
    const timeline = asEarned(
      [row(1, 'ppfpw'), row(2, 'fswnf', { tier: 'tier-2' })],
      () => testScorecard(1, checks),
    );
    expect(
      explain(timeline).map(({ kind, after, scoreTenths }) => [
        kind,
        after?.id,
        scoreTenths,
      ]),
    ).toEqual([
      ['tier', undefined, 0],
      ['outcome', 'a', -200],
      ['evidence_expired', 'b', -200],
      ['waiver_began', 'c', 0],
      ['applicability', 'd', -200],
      ['waiver_ended', 'e', 0],
    ]);
  });

  it('say that a lost level is held, and when it is not any more', () => {
    const scorecard = testScorecard(1, [
      { definition: testCheck('a'), requiredFor: 'bronze' },
    ]);
    const timeline = toTimeline(
      [
        row(1, 'p', { level: 'bronze' }),
        row(2, 'f', { level: 'bronze' }),
        row(3, 'f', { level: 'none' }),
      ],
      () => scorecard,
    );
    expect(
      explain(timeline).map(({ kind, at, levels }) => [kind, at, levels]),
    ).toEqual([
      ['outcome', 2, -1],
      ['grace', 2, 1],
      ['grace', 3, -1],
    ]);
  });

  it('keep which checks wait, and which were required sooner', () => {
    const scorecard = testScorecard(1, [
      { definition: testCheck('waits'), requiredFor: 'bronze' },
      {
        definition: testCheck('sooner'),
        requiredFor: 'silver',
        soonerFor: 'bronze',
      },
      { definition: testCheck('later'), requiredFor: 'gold' },
    ]);
    const [{ checks }] = toTimeline([row(1, '-Ps')], () => scorecard);
    expect(
      checks.map(({ id, outcome, requiredFor }) => [id, outcome, requiredFor]),
    ).toEqual([
      ['sooner', 'pass', 'bronze'],
      ['later', 'unknown', 'gold'],
    ]);
  });

  it('name another version, and what it did to each check', () => {
    const old = testScorecard(1, [
      { definition: testCheck('kept') },
      { definition: testCheck('changed') },
      { definition: testCheck('gone') },
    ]);
    const now = testScorecard(2, [
      { definition: testCheck('kept') },
      { definition: testCheck('changed', { version: 2, weight: 'low' }) },
      { definition: testCheck('new') },
    ]);
    const timeline = asEarned(
      [row(1, 'ppp'), row(2, 'ppf', { scorecard_version: 2 })],
      version => (version === 1 ? old : now),
    );
    const causes = explain(timeline);
    expect(causes.map(({ kind }) => kind)).toEqual([
      'definition_activated',
      'check_changed',
      'check_added',
      'check_removed',
    ]);
    expect(causes[0]).toMatchObject({ was: '1', is: '2', scoreTenths: 0 });
    expect(sumOf(causes).tenths).toBe(571 - 1000);
  });

  it('name the beginning and the end of being covered', () => {
    const scorecard = testScorecard(1, [{ definition: testCheck('a') }]);
    const timeline = [
      { since: 0, checks: [] },
      ...asEarned([row(1, 'p', { ended_at: 5 })], () => scorecard),
    ];
    expect(
      explain(timeline).map(({ kind, at, scoreTenths }) => [
        kind,
        at,
        scoreTenths,
      ]),
    ).toEqual([
      ['covered', 1, 1000],
      ['uncovered', 5, -1000],
    ]);
  });
});
