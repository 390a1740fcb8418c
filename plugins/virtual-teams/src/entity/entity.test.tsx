import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { FakeVirtualTeamsApi } from '../__testUtils__/FakeVirtualTeamsApi';
import { virtualTeamsApiRef } from '../api';
import { virtualTeamsPlugin } from '../plugin';

// The card is an h3 of the catalog's own, the test page has no headings above it.
const AXE = { rules: { 'heading-order': { enabled: false } } };

function renderOn(
  card: 'group' | 'person' | 'teams',
  kind: string,
  api: FakeVirtualTeamsApi,
  options: { spec?: object; isMe?: boolean } = {},
) {
  const { isMe = false, spec = {} } = options;
  const identity = mockApis.identity({
    userEntityRef: `user:default/${isMe ? 'amara.rowe' : 'somebody'}`,
  });
  return renderTestApp({
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind,
          metadata: { name: 'amara.rowe', namespace: 'default' },
          spec: { ...spec },
        },
      }),
      virtualTeamsPlugin.getExtension(`entity-card:virtual-teams/${card}`),
    ],
    apis: [
      [virtualTeamsApiRef, api],
      [identityApiRef, identity],
      [signalApiRef, new FakeSignals()],
    ] as never,
  });
}

describe('cards of virtual teams', () => {
  it('say which teams work on an entity, and that there are none', async () => {
    const api = new FakeVirtualTeamsApi();
    const { container } = renderOn('teams', 'Component', api);
    expect(await screen.findByText('Passkeys Everywhere')).toBeInTheDocument();
    expect(await axe(container, AXE)).toHaveNoViolations();

    const nobody = new FakeVirtualTeamsApi();
    nobody.entityTeams = [];
    renderOn('teams', 'Component', nobody);
    expect(
      await screen.findByText('No virtual team works here'),
    ).toBeInTheDocument();
  });

  it('say whom a group lends and borrows', async () => {
    const api = new FakeVirtualTeamsApi();
    const { container } = renderOn('group', 'Group', api, {
      spec: { type: 'team' },
    });
    expect(await screen.findByText('Lent to')).toBeInTheDocument();
    expect(screen.getByText('Borrowed from other groups')).toBeInTheDocument();
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('lead from the group of a team to its page', async () => {
    const api = new FakeVirtualTeamsApi();
    renderOn('group', 'Group', api, {
      spec: { type: 'virtual-team' },
    });
    expect(
      await screen.findByText(/It owns nothing in the catalog/),
    ).toBeInTheDocument();
  });

  it('show what a person shares, and take an endorsement', async () => {
    const api = new FakeVirtualTeamsApi();
    const { expertise } = await api.getMyProfile();
    api.personProfile = {
      ...api.personProfile,
      profile: await api.getMyProfile(),
      canEndorse: expertise.map(({ skillId }) => skillId),
    };
    const { container } = renderOn('person', 'User', api);
    const [endorse] = await screen.findAllByRole('button', {
      name: /^Endorse/,
    });
    expect(await axe(container, AXE)).toHaveNoViolations();
    await userEvent.click(endorse);
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText(/What you saw them do/),
      'Found the open topic.',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Endorse' }),
    );
    await waitFor(() =>
      expect(api.sent.map(({ call }) => call)).toEqual(['endorse']),
    );
  });

  it('tell people on their own page how much of it others see', async () => {
    const api = new FakeVirtualTeamsApi();
    api.personProfile = {
      ...api.personProfile,
      profile: await api.getMyProfile(),
    };
    renderOn('person', 'User', api, { isMe: true });
    const note = await screen.findByText(/You see all of it/);
    expect(note).toHaveTextContent('you are found by your groups');
  });
});
