import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { scorecardsApiRef } from '../../api';
import plugin from '../../index';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { MOUNTED_ROUTES } from '../../__testUtils__/renderEntity';
import { summaryOf } from '../../__testUtils__/rollups';

// The page of an entity has a heading of its own above the cards.
const AXE = { rules: { 'heading-order': { enabled: false } } };
const REF = 'system:default/faster-payments';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'faster-payments', namespace: 'default' },
  spec: { owner: 'payments' },
};

function setup(
  api: FakeScorecardsApi,
  extension:
    'entity-card:scorecards/rollup' | 'entity-content:scorecards/rollup',
  route?: string,
) {
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      plugin.getExtension(extension),
    ],
    apis: [[scorecardsApiRef, api]],
    mountedRoutes: MOUNTED_ROUTES,
    ...(route && { initialRouteEntries: [route] }),
  });
}

function withRollup(total = { unrated: 1, bronze: 2 }) {
  const api = new FakeScorecardsApi();
  api.rollup = {
    ...summaryOf(total, 1),
    entityRef: REF,
    title: 'Faster Payments',
    scorecardId: 'essentials',
    weakestLevel: 'unrated',
    weakest: [
      {
        entityRef: 'component:default/gateway',
        scorecardId: 'essentials',
        level: 'unrated',
        waivers: 0,
        computedAt: '2026-11-24T11:54:00Z',
      },
    ],
    scoreMedian: { low: 40, high: 62, entities: 3 },
    asOf: '2026-11-24T12:00:00Z',
  };
  return api;
}

describe('the roll-up of a system', () => {
  it('names the weakest link and leads to the components of each level', async () => {
    const { container } = setup(withRollup(), 'entity-card:scorecards/rollup');

    expect(
      await screen.findByRole('link', { name: 'Bronze 2' }),
    ).toHaveAttribute('href', `/scorecards?within=${REF}&level=bronze`);
    expect(screen.getByRole('link', { name: 'gateway' })).toBeInTheDocument();
    expect(screen.getByText(/median score 40 \(40–62\)/)).toBeInTheDocument();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('shows stages, targets and the weakest components', async () => {
    setup(
      withRollup(),
      'entity-content:scorecards/rollup',
      '/security/scorecard',
    );

    expect(
      await screen.findByRole('table', { name: 'Weakest components' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Faster Payments, Code: 64 % passed/ }),
    ).toHaveAttribute('href', `/scorecards?within=${REF}&stage=code`);
    expect(screen.getByText('No snapshot yet')).toBeInTheDocument();
  });

  it('does not take a virtual team of unknown scope for an empty one', async () => {
    const api = withRollup({ unrated: 0, bronze: 0 });
    const getRollup = api.getEntityRollup.bind(api);
    api.getEntityRollup = async () => ({
      ...(await getRollup()),
      scopeUnknown: true,
    });
    setup(api, 'entity-card:scorecards/rollup');
    expect(
      await screen.findByText(/works on can’t be asked now/),
    ).toBeInTheDocument();
    expect(screen.queryByText('No component belongs to this')).toBeNull();
  });

  it('says when nothing belongs to it, and what is unavailable', async () => {
    const { unmount } = setup(
      withRollup({ unrated: 0, bronze: 0 }),
      'entity-card:scorecards/rollup',
    );
    expect(
      await screen.findByText('No component belongs to this'),
    ).toBeInTheDocument();
    unmount();

    setup(new FakeScorecardsApi(), 'entity-card:scorecards/rollup');
    expect(
      await screen.findByText('Security data unavailable'),
    ).toBeInTheDocument();
  });
});
