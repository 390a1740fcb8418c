import {
  bronzeScorecard,
  ESSENTIALS,
  essentialsWith,
  redacted,
  scorecardOf,
  silverScorecard,
  unratedScorecard,
} from '../__testUtils__/fixtures';
import { blockingChecks, isWithoutReports, meetsTarget } from './checks';
import { splitEntityRefs } from './entityRefs';
import { evidenceText } from './evidence';
import { checkGroups, filteredChecks, parseCheckFilter } from './filters';
import { pointsDivision } from './gains';
import { shownOutcome } from './outcome';
import { rowsLink } from './rowsLink';

function ids(checks: { id: string }[]): string[] {
  return checks.map(({ id }) => id);
}

describe('blockingChecks', () => {
  it('follows the plan: by effort, then by gain', () => {
    expect(ids(blockingChecks(bronzeScorecard()))).toEqual([
      'operate.no-overdue-critical',
      'code.sast-active',
    ]);
  });

  it('follows the order of the scorecard for those who see no plan', () => {
    expect(ids(blockingChecks(redacted(bronzeScorecard())))).toEqual([
      'code.sast-active',
      'operate.no-overdue-critical',
    ]);
  });

  it('is empty at the top', () => {
    expect(blockingChecks(silverScorecard())).toEqual([]);
    expect(blockingChecks(redacted(silverScorecard()))).toEqual([]);
  });
});

describe('meetsTarget', () => {
  it('compares levels by rank and needs a target', () => {
    expect(meetsTarget(silverScorecard())).toBe(true);
    expect(meetsTarget(bronzeScorecard())).toBe(false);
    expect(meetsTarget(bronzeScorecard({ targetLevel: 'bronze' }))).toBe(true);
    expect(meetsTarget(silverScorecard({ targetLevel: undefined }))).toBe(
      false,
    );
  });
});

describe('isWithoutReports', () => {
  it('is true only when nothing but the catalog is known', () => {
    expect(isWithoutReports(unratedScorecard())).toBe(true);
    expect(isWithoutReports(bronzeScorecard())).toBe(false);
  });

  it('takes a champion for no report', () => {
    const [owner, ...rest] = unratedScorecard().checks;
    const withChampion = scorecardOf(
      [
        {
          ...owner,
          id: 'plan.champion-active',
          rows: undefined,
          evidence: [
            {
              fact: 'champions.coverage.state',
              title: 'Coverage',
              value: 'covered',
            },
          ],
        },
        ...rest,
      ].map(check => ({ ...check, action: '' })),
    );
    expect(isWithoutReports(withChampion)).toBe(true);
  });

  it('is false when evidence was there once', () => {
    const stale = scorecardOf(
      unratedScorecard().checks.map(check => ({
        ...check,
        action: '',
        ...(check.id === 'code.sast-active' && { unknownReason: 'stale' }),
      })),
    );
    expect(isWithoutReports(stale)).toBe(false);
  });
});

describe('pointsDivision', () => {
  it.each([bronzeScorecard(), silverScorecard(), unratedScorecard()])(
    'adds up to 100 to the decimal',
    scorecard => {
      const division = pointsDivision(scorecard);
      const tenths = [
        division?.passed,
        division?.unknown,
        division?.failedAndWaived,
      ].map(points => Math.round((points ?? 0) * 10));

      expect(tenths.reduce((sum, each) => sum + each, 0)).toBe(1000);
    },
  );

  it('agrees with the gains of the checks', () => {
    const scorecard = bronzeScorecard();
    const open = scorecard.checks
      .filter(({ outcome }) => outcome === 'fail' || outcome === 'waived')
      .reduce((sum, check) => sum + (check.gain ?? 0), 0);

    expect(pointsDivision(scorecard)?.failedAndWaived).toBeCloseTo(open, 0);
  });

  it('says nothing to those who may not see the parts', () => {
    expect(pointsDivision(redacted(bronzeScorecard()))).toBeUndefined();
  });
});

describe('filters', () => {
  it('opens on what blocks the next level, else on all', () => {
    expect(parseCheckFilter(null, bronzeScorecard())).toBe('blocking');
    expect(parseCheckFilter(null, silverScorecard())).toBe('all');
    expect(parseCheckFilter('fail', bronzeScorecard())).toBe('fail');
    expect(parseCheckFilter('nonsense', bronzeScorecard())).toBe('blocking');
    expect(parseCheckFilter('blocking', silverScorecard())).toBe('all');
  });

  it('finds checks by outcome', () => {
    expect(ids(filteredChecks(bronzeScorecard(), 'waived'))).toEqual([
      'build.deps-in-sla',
    ]);
    expect(filteredChecks(bronzeScorecard(), 'all')).toHaveLength(
      ESSENTIALS.length,
    );
  });

  it('groups what blocks first, then by stage, and shows every check once', () => {
    const groups = checkGroups({ scorecard: bronzeScorecard(), filter: 'all' });

    expect(
      groups.map(({ title, note, checks }) => [title, note, checks.length]),
    ).toEqual([
      ['Blocks Silver', 'sorted by effort, then gain', 2],
      ['Plan', '2 of 2 pass', 2],
      ['Code', '2 of 3 pass, 1 shown above', 2],
      ['Build', '1 of 2 pass', 2],
      ['Deploy', '', 1],
    ]);
    expect(groups.flatMap(group => group.checks)).toHaveLength(
      ESSENTIALS.length,
    );
  });

  it('keeps to a stage', () => {
    const groups = checkGroups({
      scorecard: bronzeScorecard(),
      filter: 'all',
      stage: 'build',
    });

    expect(ids(groups.flatMap(group => group.checks))).toEqual([
      'build.sca-active',
      'build.deps-in-sla',
    ]);
  });
});

describe('rowsLink', () => {
  it.each([
    ['code.no-live-secrets', '/security/findings?type=secret'],
    [
      'build.deps-in-sla',
      '/security/findings?type=sca&severity=critical,high&overdue=true',
    ],
    ['code.sast-active', '/security/reports?type=sast'],
    ['plan.owner-group', '?inspect=yaml'],
    ['deploy.image-scan', undefined],
  ])('leads from %s to %s', (checkId, path) => {
    const check = bronzeScorecard().checks.find(({ id }) => id === checkId);

    expect(check && rowsLink(check)?.path).toBe(path);
  });
});

describe('evidenceText', () => {
  it('says values in words', () => {
    expect(evidenceText(null)).toBe('nothing reported');
    expect(evidenceText(true)).toBe('yes');
    expect(evidenceText(12400)).toBe('12,400');
    expect(evidenceText('2026-11-21T09:41:00Z')).toBe('21 Nov 2026, 09:41 UTC');
    expect(evidenceText('CodeQL')).toBe('CodeQL');
  });
});

describe('shownOutcome', () => {
  it('hides from outsiders how a sensitive check does not pass', () => {
    const leaking = scorecardOf(
      essentialsWith({ 'code.no-live-secrets': { outcome: 'unknown' } }),
    );
    const [shown] = redacted(leaking).checks.filter(
      ({ id }) => id === 'code.no-live-secrets',
    );

    expect(shownOutcome(shown)).toBe('needs_attention');
  });
});

describe('splitEntityRefs', () => {
  it('finds refs within a sentence and leaves the rest as it is', () => {
    expect(
      splitEntityRefs('The owner group:default/pay.ments-1. Not http://x/y.'),
    ).toEqual([
      { text: 'The owner ', isRef: false },
      { text: 'group:default/pay.ments-1', isRef: true },
      { text: '. Not http://x/y.', isRef: false },
    ]);
  });

  it('leaves a sentence without refs whole', () => {
    expect(splitEntityRefs('No secret is open.')).toEqual([
      { text: 'No secret is open.', isRef: false },
    ]);
  });
});
