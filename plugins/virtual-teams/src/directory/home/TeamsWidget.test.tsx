import { screen } from '@testing-library/react';
import { FakeVirtualTeamsApi } from '../../__testUtils__/FakeVirtualTeamsApi';
import { renderPart } from '../../__testUtils__/renderTeams';
import { TeamsWidget } from './TeamsWidget';

function setUp(change: (api: FakeVirtualTeamsApi) => void) {
  const api = new FakeVirtualTeamsApi();
  change(api);
  renderPart(api, <TeamsWidget />);
}

describe('TeamsWidget', () => {
  it('asks only those for their skills who declared none', async () => {
    setUp(api => {
      api.me = { ...api.me, suggestedRoles: [] };
      api.profile = { ...api.profile, expertise: [] };
    });
    expect(
      await screen.findByRole('link', { name: 'Say what you can' }),
    ).toBeVisible();
  });

  it('says to others that nothing asks for their skills', async () => {
    setUp(api => {
      api.me = { ...api.me, suggestedRoles: [] };
    });
    expect(
      await screen.findByText('No open role asks for your skills'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'My profile' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Say what you can' })).toBeNull();
  });
});
