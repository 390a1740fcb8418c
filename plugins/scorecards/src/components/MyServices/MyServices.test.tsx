import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { scorecardsApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { ENTITY_REF, MOUNTED_ROUTES } from '../../__testUtils__/renderEntity';
import { AtRisk, MyServices } from './MyServices';

const MINE = 'group:default/instant-payments';

function setup(
  api: FakeScorecardsApi,
  ownershipEntityRefs = [MINE],
  widget = <MyServices />,
) {
  return renderInTestApp(widget, {
    apis: [
      [scorecardsApiRef, api],
      [identityApiRef, mockApis.identity({ ownershipEntityRefs })],
    ],
    mountedRoutes: { ...MOUNTED_ROUTES, '/scorecards': rootRouteRef },
  });
}

function withService() {
  const api = new FakeScorecardsApi();
  api.rows = [
    {
      entityRef: ENTITY_REF,
      ownerRef: MINE,
      tier: 'tier-1',
      scorecardId: 'essentials',
      level: 'bronze',
      nextLevel: 'silver',
      planSteps: 2,
      waivers: 0,
      scoreLow: 57.7,
      scoreHigh: 69.2,
      computedAt: '2026-11-24T11:54:00Z',
    },
  ];
  return api;
}

describe('MyServices', () => {
  it('shows what I own, worst first, with level, score and number of steps', async () => {
    const api = withService();
    const { container } = setup(api);

    expect(
      await screen.findByRole('link', { name: '2 steps to Silver' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/instant-payments-api/security/scorecard',
    );
    expect(screen.getByText('Bronze')).toBeInTheDocument();
    expect(container).toHaveTextContent('57.7 (57.7–69.2)');
    expect(api.queries[0]).toEqual({
      ownedBy: [MINE],
      orderBy: 'worst',
      limit: 8,
    });
    expect(
      screen.getByRole('link', { name: 'Show all of mine' }),
    ).toHaveAttribute('href', '/scorecards?owner=mine');
    expect(await axe(container)).toHaveNoViolations();
  });

  it.each([[[]], [['user:default/new-joiner']]])(
    'says to those who own nothing (%p) that they do, and leads on',
    async refs => {
      setup(withService(), refs);

      expect(
        await screen.findByText('You own no component'),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: 'Show the scorecards of all' }),
      ).toHaveAttribute('href', '/scorecards');
    },
  );

  it('shows apart what is below its target, or that nothing is', async () => {
    const api = withService();
    const { unmount } = setup(api, [MINE], <AtRisk />);

    expect(
      await screen.findByRole('link', { name: 'Show all of mine' }),
    ).toHaveAttribute('href', '/scorecards?owner=mine&target=missed');
    expect(api.queries[0]).toMatchObject({ target: 'missed' });
    unmount();

    setup(new FakeScorecardsApi(), [MINE], <AtRisk />);
    expect(
      await screen.findByText('None of your components is below its target'),
    ).toBeInTheDocument();
  });

  it('says what is unavailable', async () => {
    const api = withService();
    api.error = new Error('down');
    setup(api);

    expect(
      await screen.findByText('Scorecards unavailable'),
    ).toBeInTheDocument();
  });
});
