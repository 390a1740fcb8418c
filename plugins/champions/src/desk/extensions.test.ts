import { championsPlugin } from '../plugin';

describe('what the plugin adds to the portal', () => {
  it.each([
    'page:champions/desk',
    'home-page-widget:champions/desk',
    'entity-card:champions/people',
    'entity-card:champions/person',
    'security-card-section:champions/champion',
    'ask-champion:champions/entity-finding',
    'ask-champion:champions/finding',
    'ask-champion:champions/check',
  ] as const)('has %s', id => {
    expect(championsPlugin.getExtension(id)).toBeDefined();
  });
});
