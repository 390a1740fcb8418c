import { renderInTestApp } from '@backstage/frontend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { PortfolioRow } from '@synchrony/backstage-plugin-scorecards-common';
import { TeamsOnChecksProvider, TeamsOnChecksProps } from '@synchrony/ui';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { definitionsApiRef, scorecardsApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { FakeDefinitionsApi } from '../../__testUtils__/FakeDefinitionsApi';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { MOUNTED_ROUTES } from '../../__testUtils__/renderEntity';
import { summaryOf } from '../../__testUtils__/rollups';
import { PortfolioOverview } from './PortfolioOverview';

const RETAIL = 'group:default/retail';
const TEAM = 'group:default/payments';

function rowsOf(by: string): PortfolioRow[] {
  const named =
    by === 'team'
      ? { ref: TEAM, title: 'Payments', platformRef: RETAIL }
      : { ref: RETAIL, title: 'Retail', platformRef: RETAIL };
  return [
    { ...named, ...summaryOf({ bronze: 2, silver: 1 }, 1) },
    { ...summaryOf({ unrated: 1 }) },
  ];
}

/** Says how it was asked for teams. */
function Teams({ checkIds, look, platformRef }: TeamsOnChecksProps) {
  return look ? (
    <span>
      {look}: {checkIds?.join()} of {String(platformRef)}
    </span>
  ) : (
    <p>Teams on {checkIds?.join() ?? `all checks of ${platformRef}`}</p>
  );
}

class FilledApi extends FakeScorecardsApi {
  override async getPortfolio(
    by: Parameters<FakeScorecardsApi['getPortfolio']>[0],
  ) {
    const portfolio = await super.getPortfolio(by);
    return {
      ...portfolio,
      overall: summaryOf({ unrated: 1, bronze: 2, silver: 1 }, 1),
      rows: rowsOf(by),
    };
  }
}

function setup(
  api: FakeScorecardsApi,
  route = '/',
  shown = <PortfolioOverview />,
  definitions = new FakeDefinitionsApi(),
) {
  return renderInTestApp(shown, {
    apis: [
      [scorecardsApiRef, api],
      [definitionsApiRef, definitions],
    ],
    mountedRoutes: { ...MOUNTED_ROUTES, '/scorecards': rootRouteRef },
    initialRouteEntries: [route],
  });
}

function point(day: string, scorecardVersion: number, met: number) {
  const { levels } = summaryOf({ bronze: 4 });
  return {
    day,
    scorecardVersion,
    total: 4,
    levels,
    tiers: [{ tier: 'tier-1', target: { met, total: 4 } }],
  };
}

describe('PortfolioOverview', () => {
  it('opens the rows behind every number', async () => {
    const { container } = setup(new FilledApi());

    await screen.findByRole('link', { name: '3 below target' });
    const hrefs = screen
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(hrefs).toEqual(
      expect.arrayContaining([
        '/scorecards?target=met',
        '/scorecards?target=missed',
        '/scorecards?view=services',
        '/scorecards?tier=tier-1&level=bronze',
        '/scorecards?tier=tier-1&target=met',
        `/scorecards?within=${RETAIL}`,
        `/scorecards?within=${RETAIL}&stage=code`,
      ]),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('names the teams of a platform, and of the check in the way', async () => {
    const api = new FilledApi();
    api.rows = [
      {
        entityRef: 'component:default/ledger',
        scorecardId: 'essentials',
        level: 'none',
        waivers: 0,
        computedAt: '2026-11-24T08:00:00Z',
        blocking: {
          checkId: 'code.sast-active',
          title: 'Static analysis runs',
          outcome: 'fail',
        },
      },
    ];
    const definitions = new FakeDefinitionsApi();
    const asked = jest.spyOn(definitions, 'getDefinitionDetails');
    const { container } = setup(
      api,
      '/',
      <TeamsOnChecksProvider component={Teams}>
        <PortfolioOverview />
      </TeamsOnChecksProvider>,
      definitions,
    );
    expect(
      await screen.findByText(`Teams on all checks of ${RETAIL}`),
    ).toBeVisible();
    expect(await screen.findByText('Teams on code.sast-active')).toBeVisible();
    expect(screen.getAllByText(/^Teams on/)).toHaveLength(2);

    const code = await screen.findByText(`mark: code.sast-active of ${RETAIL}`);
    expect(code).toBeVisible();
    expect(
      screen.getByRole('link', { name: /^Retail, Code/ }),
    ).toHaveAccessibleDescription(`mark: code.sast-active of ${RETAIL}`);
    expect(
      screen.getByRole('link', { name: /^Retail, Test/ }),
    ).not.toHaveAccessibleDescription(/mark/);
    expect(
      screen.getByText('key: code.sast-active of undefined'),
    ).toBeVisible();
    expect(screen.getAllByText(/^mark/)).toHaveLength(1);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('tells who rose or fell in a week, with the way to why', async () => {
    const api = new FilledApi();
    api.levelChanges = {
      fell: [
        { entityRef: 'component:default/ledger', from: 'gold', to: 'bronze' },
      ],
      rose: [],
    };
    setup(api);
    const table = await screen.findByRole('table', {
      name: 'Components that fell in a week',
    });
    expect(within(table).getByRole('link', { name: 'Why' })).toHaveAttribute(
      'href',
      expect.stringContaining('scorecard=essentials&view=history'),
    );
    expect(screen.getByText('1 component fell')).toBeVisible();
    expect(screen.getByText('No component rose')).toBeVisible();
  });

  it('keeps unknown apart from passed, and says it in words', async () => {
    setup(new FilledApi());

    const cell = await screen.findByRole('link', {
      name: 'Retail, Code: 64 % passed, 20 % unknown, 14 % failed, 2 % waived, 3 components',
    });
    expect(cell).toHaveTextContent('64');
    expect(
      screen.getByRole('link', { name: /Retail, Test: 0–100 % passed, 100 %/ }),
    ).toHaveTextContent('0–100');
    expect(
      screen.getByRole('img', { name: 'Retail, Design: no check applies' }),
    ).toHaveTextContent('–');
  });

  it('moves through the heatmap by arrow keys and opens a platform', async () => {
    setup(new FilledApi());
    const grid = await screen.findByRole('grid');
    const plan = within(grid).getByRole('img', { name: /^Retail, Plan/ });

    plan.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(
      within(grid).getByRole('link', { name: /^Retail, Code/ }),
    ).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(
      within(grid).getByRole('img', { name: /^Others, Code/ }),
    ).toHaveFocus();

    await userEvent.click(
      screen.getByRole('button', { name: 'Teams of Retail' }),
    );
    expect(
      await screen.findByRole('link', { name: /^Payments, Code/ }),
    ).toHaveAttribute('href', `/scorecards?team=${TEAM}&stage=code`);
  });

  it('has the heatmap as a table, with each share leading to its rows', async () => {
    setup(new FilledApi(), '/?show=table');

    const table = await screen.findByRole('table', {
      name: 'Shares of the weight of checks by stage',
    });
    expect(within(table).getByRole('link', { name: '20 %' })).toHaveAttribute(
      'href',
      `/scorecards?within=${RETAIL}&stage=code&outcome=unknown`,
    );
  });

  it('draws the trend with gaps and marks, and as a table', async () => {
    const api = new FilledApi();
    api.history.points = [
      point('2026-11-20', 1, 1),
      point('2026-11-21', 1, 2),
      { ...point('2026-11-24', 2, 3), scopeChanged: true },
    ];
    setup(api);

    const chart = await screen.findByRole('img', {
      name: 'Share at target from 20 Nov to 24 Nov; now tier-1 75 %',
    });
    expect(chart.querySelectorAll('polyline')).toHaveLength(2);
    expect(within(chart).getByText('v2, scope')).toBeInTheDocument();

    const stop = screen.getByRole('slider', { name: /Share at target/ });
    act(() => stop.focus());
    await userEvent.keyboard('{ArrowLeft}');
    expect(stop).toHaveAttribute('aria-valuetext', '21 Nov: tier-1 50 %');

    const [group] = screen.getAllByRole('radiogroup', {
      name: 'Trend shown as',
    });
    await userEvent.click(within(group).getByRole('radio', { name: 'Table' }));
    expect(
      screen.getByRole('row', { name: '2026-11-24 v2, other scope 4 3 of 4' }),
    ).toBeInTheDocument();
  });

  it('says what a week changed in the sums', async () => {
    const api = new FilledApi();
    api.history.points = [point('2026-11-17', 1, 1), point('2026-11-24', 1, 3)];
    setup(api);

    const head = await screen.findByRole('heading', {
      name: 'Changed since 17 Nov',
    });
    expect(head.nextElementSibling).toHaveTextContent(/^At target: 2 more$/);
  });

  it('says what blocks a service only where that is told', async () => {
    const api = new FilledApi();
    const service = (name: string) => ({
      entityRef: `component:default/${name}`,
      ownerRef: TEAM,
      scorecardId: 'essentials',
      level: 'bronze' as const,
      nextLevel: 'silver' as const,
      waivers: 0,
      computedAt: '2026-11-24T08:00:00Z',
    });
    api.rows = [
      {
        ...service('web'),
        planSteps: 1,
        blocking: {
          checkId: 'code.sast-active',
          title: 'Static analysis runs',
          outcome: 'unknown',
        },
      },
      service('hidden'),
    ];
    setup(api);

    const table = await screen.findByRole('table', {
      name: 'Tier-1 services below their target',
    });
    const [, web, hidden] = within(table).getAllByRole('row');
    expect(
      within(web).getByRole('link', { name: 'Static analysis runs' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/web/security/scorecard?check=code.sast-active&scorecard=essentials',
    );
    expect(web).toHaveTextContent(/by its pipeline/);
    expect(within(hidden).getAllByRole('cell')[2]).toHaveTextContent(/^–$/);
  });

  it('says that a trend is withheld from those who may not see everything', async () => {
    const api = new FilledApi();
    api.history.withheld = true;
    setup(api);

    expect(
      await screen.findByText("You can't see the trend."),
    ).toBeInTheDocument();
  });

  it('says when there is nothing, when it is forbidden and when it fails', async () => {
    const { unmount } = setup(new FakeScorecardsApi());
    expect(await screen.findByText('No component here')).toBeInTheDocument();
    unmount();

    const forbidden = new FilledApi();
    forbidden.error = new NotAllowedError('no');
    const second = setup(forbidden);
    expect(
      await screen.findByText("You can't see scorecards."),
    ).toBeInTheDocument();
    second.unmount();

    const failing = new FilledApi();
    failing.error = new Error('down');
    setup(failing);
    expect(
      await screen.findByText('Scorecards unavailable'),
    ).toBeInTheDocument();
  });
});
