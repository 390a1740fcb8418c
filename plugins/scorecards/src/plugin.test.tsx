import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { scorecardsApiRef } from './api';
import plugin from './index';
import { FakeScorecardsApi } from './__testUtils__/FakeScorecardsApi';

describe('scorecards plugin', () => {
  it('is a plugin with its page, card, content, widget and API', () => {
    expect(plugin.$$type).toBe('@backstage/FrontendPlugin');
    expect(plugin.pluginId).toBe('scorecards');
    for (const id of [
      'api:scorecards',
      'page:scorecards',
      'page:scorecards/definitions',
      'page:scorecards/reviews',
      'entity-card:scorecards/security',
      'entity-content:scorecards/scorecard',
      'entity-card:scorecards/rollup',
      'entity-card:scorecards/user',
      'search-result-list-item:scorecards/definition',
      'search-filter-result-type:scorecards',
      'catalog-filter:scorecards/security-level',
      'entity-content:scorecards/rollup',
      'home-page-widget:scorecards/my-services',
      'home-page-widget:scorecards/at-risk',
    ] as const) {
      expect(plugin.getExtension(id)).toBeDefined();
    }
  });

  it('renders its page in an app without a warning', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[scorecardsApiRef, new FakeScorecardsApi()]],
      initialRouteEntries: ['/scorecards'],
    });

    expect(await screen.findByText('No component here')).toBeInTheDocument();
  });

  it('offers a widget for the home page', () => {
    const tester = createExtensionTester(
      plugin.getExtension('home-page-widget:scorecards/my-services'),
    );

    expect(tester.snapshot()).toBeDefined();
  });
});
