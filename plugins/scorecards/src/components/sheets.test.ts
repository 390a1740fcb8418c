import { bronzeScorecard } from '../__testUtils__/fixtures';
import { countsOf } from '../__testUtils__/FakeCampaignsApi';
import { summaryOf } from '../__testUtils__/rollups';
import { burnUpSheet, entitiesSheet } from './Campaigns/campaignSheets';
import { dryRunSheet } from './Definitions/dryRunSheet';
import { maturitySheet } from './Maturity/maturitySheet';
import { targetSheet } from './Portfolio/targetSheet';
import { trendSheet } from './Portfolio/trendSheet';
import { checkSheet } from './ScorecardContent/checkSheet';
import { causeSheet, stepSheet } from './ScoreHistory/historySheets';

/** Cells by their column; every row has as many as the header. */
function byColumn([header, ...rows]: (string | number)[][]) {
  expect(rows.every(row => row.length === header.length)).toBe(true);
  return rows.map(row =>
    Object.fromEntries(row.map((cell, index) => [header[index], cell])),
  );
}

describe('sheets of what is on screen', () => {
  it('hold each check with its evidence', () => {
    const scorecard = bronzeScorecard();
    const rows = byColumn(
      checkSheet('component:default/a', scorecard, scorecard.checks),
    );
    expect(rows).toHaveLength(scorecard.checks.length);
    const [first] = scorecard.checks;
    expect(rows[0]).toMatchObject({
      Component: 'component:default/a',
      Check: first.title,
      Reason: first.reason ?? '',
      Weight: first.weight,
    });
  });

  it('hold targets by tier, and a day without a tier as empty cells', () => {
    const { levels, tiers } = summaryOf({ bronze: 2, silver: 1 }, 1);
    expect(byColumn(targetSheet(tiers, '2026-11-24'))).toMatchObject([
      { Tier: 'tier-1', 'At target': 1, 'With target': 3, Bronze: 2 },
    ]);
    const target = { met: 1, total: 3 };
    const point = { scorecardVersion: 1, total: 3, levels };
    expect(
      byColumn(
        trendSheet({
          scorecardId: 'essentials',
          points: [
            { ...point, day: '2026-11-01', tiers: [] },
            {
              ...point,
              day: '2026-11-02',
              tiers: [{ tier: 'tier-1', target }],
            },
          ],
        }),
      ),
    ).toMatchObject([
      { Day: '2026-11-01', 'tier-1 at target': '' },
      { Day: '2026-11-02', 'tier-1 at target': 1, 'tier-1 with target': 3 },
    ]);
  });

  it('hold how a campaign came along, and who lacks what', () => {
    const point = { ...countsOf({ passed: 1, exempt: 2 }), joined: 1, left: 0 };
    expect(
      byColumn(burnUpSheet([{ ...point, day: '2026-11-01' }])),
    ).toMatchObject([{ Day: '2026-11-01', Passed: 1, Exempt: 2, Joined: 1 }]);
    expect(
      byColumn(
        entitiesSheet([
          {
            entityRef: 'component:default/a',
            level: 'none',
            standing: 'failing',
            missing: [
              { checkId: 'code.sast-active', title: 'SAST', outcome: 'fail' },
            ],
            mayRequestExemption: false,
          },
        ]),
      ),
    ).toMatchObject([
      { Standing: 'Failing', 'Missing checks': 'code.sast-active', Owner: '' },
    ]);
  });

  it('hold activities without evidence as not known, not as none', () => {
    const activity = {
      id: 'D-TA-1-B',
      title: 'Threat modelling',
      group: 'Threat Assessment',
      level: 1,
      checks: [],
      applicable: 0,
      supported: 0,
    };
    expect(
      byColumn(
        maturitySheet({
          model: { id: 'samm', title: 'SAMM', version: '2', url: '' },
          activities: [activity],
          asOf: '2026-11-24',
        }),
      ),
    ).toMatchObject([{ 'Supported in': '', Applicable: '' }]);
  });

  it('hold whose level a dry run would change', () => {
    const { levels } = summaryOf({ bronze: 1 });
    expect(
      byColumn(
        dryRunSheet({
          id: 'essentials',
          version: 3,
          title: 'Essentials',
          entities: 1,
          before: levels,
          after: levels,
          raised: 0,
          lowered: 1,
          target: { met: 0, total: 1 },
          changes: [
            {
              entityRef: 'component:default/a',
              from: 'silver',
              to: 'bronze',
              blockedBy: ['code.sast-active'],
            },
          ],
        }),
      ),
    ).toMatchObject([{ Now: 'Silver', 'Would be': 'Bronze', Version: '3' }]);
  });

  it('hold steps and causes; what is not known stays empty', () => {
    expect(
      byColumn(
        stepSheet('essentials', [
          { since: 0, until: 60_000, level: 'unrated', version: 2 },
        ]),
      ),
    ).toEqual([
      {
        From: '1970-01-01T00:00:00.000Z',
        Until: '1970-01-01T00:01:00.000Z',
        Level: 'Unrated',
        Score: '',
        Scorecard: 'essentials v2',
      },
    ]);
    const standing = { time: '2026-11-01T00:00:00Z', scoreTenths: 0 };
    expect(
      byColumn(
        causeSheet({
          entityRef: 'component:default/a',
          scorecardId: 'essentials',
          from: standing,
          to: standing,
          isNet: true,
          redacted: true,
          causes: [{ kind: 'withheld', scoreTenths: -115, levels: -1 }],
        }),
      ),
    ).toMatchObject([{ When: '', Points: -11.5, Levels: -1 }]);
  });
});
