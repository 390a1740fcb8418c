import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../__testUtils__/FakeVirtualTeamsApi';
import { renderTeams } from '../__testUtils__/renderTeams';

const PATH = '/virtual-teams/profile';

describe('My profile', () => {
  it('says who finds me and for what, with a way out of everything', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, PATH);
    const skills = await screen.findByRole('region', { name: 'My skills' });
    expect(
      within(skills).getByText('Advanced: does it in hard cases'),
    ).toBeInTheDocument();
    expect(screen.getByText(/no measure of your work/)).toBeInTheDocument();
    await userEvent.click(
      within(skills).getByRole('button', { name: /^Withdraw: / }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: /Withdraw: gone from search/ }),
    );
    await waitFor(() =>
      expect(api.sent.map(({ call }) => call)).toEqual([
        'withdrawSkill',
        'saveProfile',
      ]),
    );
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('sends what I say about my time, and who finds me only where I change it', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, PATH);
    const form = await screen.findByRole('form', { name: 'Your profile' });
    await userEvent.type(within(form).getByLabelText('A word about it'), 'Hi');
    await userEvent.click(
      screen.getByRole('button', { name: /Withdraw: gone from search/ }),
    );
    await screen.findByText(/Nobody finds you here/);
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'saveProfile',
        input: {
          availability: 'limited',
          limitPct: 10,
          note: 'Hi',
        },
      }),
    );
  });

  it('shows what erasing does before it is done', async () => {
    const api = new FakeVirtualTeamsApi();
    api.previewErasure = async userRef => ({
      userRef,
      classes: [
        { what: 'Skills', rows: 3, effect: 'deleted', why: 'They are yours.' },
      ],
    });
    renderTeams(api, PATH);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Erase…' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('Skills: 3, deleted. They are yours.'),
    ).toBeInTheDocument();
  });
});
