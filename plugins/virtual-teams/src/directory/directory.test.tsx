import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../__testUtils__/FakeVirtualTeamsApi';
import { PASSKEYS_REF } from '../__testUtils__/fixtures';
import { renderTeams } from '../__testUtils__/renderTeams';

describe('the directory', () => {
  it('shows teams as articles with one link, and what they need', async () => {
    renderTeams(new FakeVirtualTeamsApi(), '/virtual-teams/directory');
    const card = await screen.findByRole('article', {
      name: 'Fraud Signals Mesh',
    });
    expect(within(card).getByText('Forming')).toBeInTheDocument();
    expect(within(card).getByText(/Needs Kafka security/)).toHaveTextContent(
      '1 person',
    );
    expect(within(card).queryAllByRole('link').length).toBeLessThanOrEqual(1);
    const guild = screen.getByRole('article', { name: /Threat-Model Guild/ });
    expect(guild).toHaveTextContent('open to all');
    expect(
      screen.getByRole('article', { name: 'API Gateway Consolidation' }),
    ).toHaveTextContent('Review overdue');
    expect(
      screen.getByRole('article', { name: 'Passkeys Everywhere' }),
    ).toHaveTextContent('6 of 8');
    expect(
      screen.getByText(/joining grants no ownership of catalog entities/),
    ).toBeInTheDocument();
    await screen.findByRole('grid', { name: 'Skills by platform' });
    await screen.findByText('WebAuthn on mobile');
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('keeps filters in the address and offers a need where nothing matches', async () => {
    renderTeams(
      new FakeVirtualTeamsApi(),
      '/virtual-teams/directory?q=nothing+like+it&needsHelp=yes',
    );
    expect(await screen.findByText('No team matches')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /Needs help 4/ }),
    ).toHaveAttribute('aria-pressed', 'true');
    const teams = screen.getByRole('region', { name: 'Teams' });
    expect(
      within(teams).getByRole('button', { name: 'Post a need' }),
    ).toBeInTheDocument();
    expect(
      await within(teams).findByRole('link', { name: /Ask the guild/ }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the filters' }),
    );
    expect(
      await screen.findByRole('article', { name: 'Passkeys Everywhere' }),
    ).toBeInTheDocument();
  });

  it('reads cells of the matrix out, moves by arrow keys, and has a table', async () => {
    renderTeams(new FakeVirtualTeamsApi(), '/virtual-teams/directory');
    const grid = await screen.findByRole('grid', {
      name: 'Skills by platform',
    });
    expect(
      within(grid).getByRole('columnheader', { name: 'Channels' }),
    ).toBeInTheDocument();
    const first = within(grid).getByRole('link', {
      name: 'WebAuthn, Payments: 1 person who opted in',
    });
    first.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(
      'WebAuthn, Channels: 3 people who opted in, 2 open seats',
    );
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(
      'WebAuthn, Data: unknown: nobody opted in',
    );
    expect(document.activeElement).toHaveTextContent('?');
    await userEvent.click(screen.getByRole('button', { name: 'Table' }));
    expect(
      screen.getByRole('table', { name: 'Skills by platform' }),
    ).toHaveTextContent('Kafka security');
  });

  it('offers help, saying who decides and what the line lead sees', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, '/virtual-teams/open-roles');
    expect(
      await screen.findByText('2 opted-in people match'),
    ).toBeInTheDocument();
    expect(screen.getByText('nobody opted in')).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Offer help with WebAuthn on mobile',
      }),
    );
    const form = await screen.findByRole('form', { name: 'Offer help' });
    await waitFor(() =>
      expect(form).toHaveTextContent(
        /decides, and you hear within 14 days.*line lead sees.*above 10 %/,
      ),
    );
    await userEvent.type(
      within(form).getByRole('textbox', { name: /Message/ }),
      'I can help',
    );
    await userEvent.click(
      within(form).getByRole('button', { name: 'Offer help' }),
    );
    expect(await screen.findByText(/Your offer is sent/)).toBeInTheDocument();
    expect(api.sent).toContainEqual({
      call: 'addMembership',
      input: {
        teamRef: PASSKEYS_REF,
        role: 'member',
        openRoleId: 'role-webauthn',
        allocationPct: 10,
        message: 'I can help',
      },
    });
  });

  it('is left in one step, and back by undo', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, '/virtual-teams/directory');
    expect(await screen.findByText(/You are findable by/)).toHaveTextContent(
      'your groups, at most 10 % of your time',
    );
    await userEvent.click(screen.getByRole('button', { name: /Withdraw/ }));
    expect(await screen.findByText(/Nobody finds you/)).toBeInTheDocument();
    expect(api.profile.visibility).toBe('nobody');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(api.profile.visibility).toBe('my_groups'));
  });

  it('says what is wrong, and what one may not see', async () => {
    const api = new FakeVirtualTeamsApi();
    api.error = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    renderTeams(api, '/virtual-teams/directory');
    expect(
      await screen.findByText(/can't see virtual teams/i),
    ).toBeInTheDocument();
  });
});

describe('the finder', () => {
  it('says how words were read and why each hit matched', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, '/virtual-teams/expertise?q=webautn&available=yes');
    const words = await screen.findByRole('list', {
      name: 'How your words were read',
    });
    expect(words).toHaveTextContent('webautn → WebAuthn, spelling');
    expect(screen.getByText('Time not stated')).toBeInTheDocument();
    expect(screen.getByText('Guides others in WebAuthn')).toBeInTheDocument();
    expect(api.sent).toContainEqual({
      call: 'discover',
      input: { q: 'webautn', available: true, cursor: undefined },
    });
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();

    await userEvent.click(
      screen.getByRole('button', { name: 'Invite user:default/elif.demir' }),
    );
    const form = await screen.findByRole('form', { name: 'Invite' });
    await userEvent.click(within(form).getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText(/They are invited/)).toBeInTheDocument();
    expect(api.sent).toContainEqual({
      call: 'addMembership',
      input: {
        teamRef: PASSKEYS_REF,
        userRef: 'user:default/elif.demir',
        role: 'expert',
      },
    });
  });
});
