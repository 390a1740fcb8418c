import { NotAllowedError } from '@backstage/errors';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { EntityScoreRow } from '@synchrony/backstage-plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { scorecardsApiRef } from '../../api';
import plugin from '../../index';
import { FakeScorecardsApi } from '../../__testUtils__/FakeScorecardsApi';
import { bronzeScorecard } from '../../__testUtils__/fixtures';
import { ENTITY_REF, MOUNTED_ROUTES } from '../../__testUtils__/renderEntity';

// The page of an entity has a heading of its own above the cards.
const AXE = { rules: { 'heading-order': { enabled: false } } };
const TEAM = 'group:default/instant-payments';
const BO = 'user:default/bo.lin';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'bo.lin', namespace: 'default' },
  spec: { memberOf: ['instant-payments'] },
  relations: [{ type: 'memberOf', targetRef: TEAM }],
};

const BRONZE: EntityScoreRow = {
  entityRef: ENTITY_REF,
  ownerRef: TEAM,
  scorecardId: 'essentials',
  level: 'bronze',
  targetLevel: 'silver',
  waivers: 0,
  computedAt: '2026-11-24T11:54:00Z',
};

function setup(api: FakeScorecardsApi, viewer: string) {
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      plugin.getExtension('entity-card:scorecards/user'),
    ],
    apis: [
      [scorecardsApiRef, api],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: viewer,
          ownershipEntityRefs: [viewer, TEAM],
        }),
      ],
    ],
    mountedRoutes: MOUNTED_ROUTES,
  });
}

function withService() {
  const api = new FakeScorecardsApi();
  api.rows = [BRONZE];
  api.scorecards.set(ENTITY_REF, [bronzeScorecard()]);
  return api;
}

describe('the card of a person', () => {
  it('tells oneself where one’s services stand, and what is next', async () => {
    const { container } = setup(withService(), BO);

    expect(
      await screen.findByRole('link', { name: 'Bronze 1' }),
    ).toHaveAttribute('href', '/scorecards?owner=mine&level=bronze');
    expect(
      await screen.findByRole('link', { name: '1 below target' }),
    ).toHaveAttribute('href', '/scorecards?owner=mine&target=missed');
    const below = screen.getByRole('list', { name: 'Below target' });
    expect(below).toHaveTextContent('instant-payments-apiBronzetargetSilver');
    const steps = within(
      await screen.findByRole('region', { name: 'My next steps' }),
    );
    const step = await steps.findByRole('link', {
      name: /^(Add static analysis|Fix the overdue)/,
    });
    expect(step.getAttribute('href')).toMatch(
      /instant-payments-api\/security\/scorecard\?scorecard=essentials&check=/,
    );
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('tells others no plan, and looks at the groups of that person', async () => {
    const api = withService();
    setup(api, 'user:default/somebody');

    expect(
      await screen.findByRole('link', { name: '1 component' }),
    ).toHaveAttribute('href', `/scorecards?team=${BO},${TEAM}`);
    expect(screen.queryByText('My next steps')).toBeNull();
    expect(api.queries[0].ownedBy).toEqual([BO, TEAM]);
  });

  it('says which plans could not be read', async () => {
    const api = withService();
    jest.spyOn(api, 'getEntityScorecards').mockRejectedValue(new Error('down'));
    setup(api, BO);
    expect(
      await screen.findByText(/plans of 1 of 1 component could not be read/),
    ).toBeVisible();
  });

  it('says that nothing is owned, is forbidden or can’t be read', async () => {
    const api = new FakeScorecardsApi();
    const empty = setup(api, BO);
    expect(await screen.findByText('You own no component')).toBeVisible();
    empty.unmount();

    api.error = new NotAllowedError('no');
    const forbidden = setup(api, BO);
    expect(await screen.findByText("You can't see scorecards.")).toBeVisible();
    forbidden.unmount();

    api.error = new Error('down');
    setup(api, BO);
    expect(await screen.findByText('Scorecards unavailable')).toBeVisible();
  });
});
