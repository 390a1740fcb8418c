import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { FakeVirtualTeamsApi } from '../__testUtils__/FakeVirtualTeamsApi';
import { MATRIX, TEAM } from '../__testUtils__/fixtures';
import { renderTeams } from '../__testUtils__/renderTeams';

const noViolations = async () =>
  expect(await axe(screen.getByRole('main'))).toHaveNoViolations();

describe('proposals', () => {
  it('show what speaks for a team, or the team that works on it', async () => {
    renderTeams(
      new FakeVirtualTeamsApi(),
      '/virtual-teams/proposals?proposal=gap-sbom',
    );
    const card = await screen.findByRole('article', {
      name: 'Publish SBOMs everywhere',
    });
    expect(card).toHaveAttribute('aria-current', 'true');
    expect(
      within(card).getByRole('link', { name: /14 components/ }),
    ).toHaveAttribute('href', '/scorecards?check=sbom-published');
    expect(card).toHaveTextContent('at least 14 entities fail it');
    expect(card).toHaveTextContent('3 opted-in people would fit');
    const taken = screen.getByRole('article', {
      name: 'Enforce strong sign-in',
    });
    expect(taken).toHaveTextContent('Team working on it');
    expect(within(taken).queryByRole('button')).not.toBeInTheDocument();
    await noViolations();
    await userEvent.click(
      within(card).getByRole('button', { name: /Propose this team/ }),
    );
    expect(await screen.findByRole('textbox', { name: /^Name/ })).toHaveValue(
      'Publish SBOMs everywhere',
    );
  });

  it('name the sources that could not be asked', async () => {
    const api = new FakeVirtualTeamsApi();
    api.proposals = { ...api.proposals, items: [], missing: ['scorecards'] };
    renderTeams(api, '/virtual-teams/proposals');
    expect(await screen.findByText(/Not all could be asked/)).toHaveTextContent(
      'scorecards',
    );
  });
});

describe('mine', () => {
  it('answers invitations and requests, with a reason where one is asked for', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, '/virtual-teams/mine');
    const toAnswer = await screen.findByRole('list', {
      name: 'For you to answer',
    });
    expect(
      screen.getByText('10 % of your time in all, of 20 % at most'),
    ).toBeInTheDocument();
    await screen.findByRole('list', { name: 'My needs' });
    await noViolations();
    await userEvent.click(
      within(toAnswer).getByRole('button', {
        name: 'Accept: Fraud Signals Mesh',
      }),
    );
    let form = await screen.findByRole('form', { name: /^Accept/ });
    await userEvent.click(within(form).getByRole('button', { name: 'Accept' }));
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'actOnMembership',
        input: {
          id: 'm-invited',
          action: 'accept',
          version: 1,
          allocationPct: 10,
        },
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Decline: Passkeys Everywhere',
      }),
    );
    form = await screen.findByRole('form', { name: /^Decline/ });
    const decline = within(form).getByRole('button', { name: 'Decline' });
    expect(decline).toBeDisabled();
    await userEvent.type(
      within(form).getByRole('textbox', { name: 'Why' }),
      'Not now',
    );
    expect(decline).toBeEnabled();
  });

  it('warns where the shares go over the limit, and closes a need', async () => {
    const api = new FakeVirtualTeamsApi();
    api.me = { ...api.me, totalAllocationPct: 30, toAnswer: [] };
    renderTeams(api, '/virtual-teams/mine');
    expect(
      await screen.findByText(/That is more than agreed/),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Close Somebody/ }),
    );
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'closeOpenRole',
        input: 'need-fuzzing',
      }),
    );
  });
});

describe('the archive', () => {
  it('opens what came of a team and who took it over', async () => {
    const api = new FakeVirtualTeamsApi();
    api.team = {
      ...TEAM,
      status: 'archived',
      outcomeRecord: {
        summary: 'Every landing zone is hardened',
        handoverOwnerRef: 'group:default/cloud-platform',
        artefacts: [{ title: 'Pattern', url: 'https://docs.example/p' }],
        recordedAt: '2026-10-01T09:00:00.000Z',
      },
    };
    renderTeams(api, '/virtual-teams/archive');
    await userEvent.click(
      await screen.findByRole('button', { name: /^Outcome and handover of/ }),
    );
    expect(
      await screen.findByText('Every landing zone is hardened'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Handed over to/)).toBeInTheDocument();
    await noViolations();
  });
});

describe('posting a need', () => {
  it('says what one is looking for before there is a team', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, '/virtual-teams/open-roles');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Post a need' }),
    );
    const form = await screen.findByRole('form', { name: 'Post a need' });
    await userEvent.type(
      within(form).getByRole('textbox', { name: /What do you need/ }),
      'Somebody for CBOR',
    );
    await userEvent.click(
      within(form).getByRole('button', { name: 'Post it' }),
    );
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'createOpenRole',
        input: { title: 'Somebody for CBOR', seats: 1 },
      }),
    );
  });
});

describe('signals', () => {
  it('bring the skills up to date', async () => {
    const api = new FakeVirtualTeamsApi();
    const signals = new FakeSignals();
    renderTeams(api, '/virtual-teams/directory', { signals });
    await screen.findByRole('grid', { name: 'Skills by platform' });
    api.matrix = {
      ...MATRIX,
      cells: MATRIX.cells.map(cell => ({ ...cell, people: 7 })),
    };
    act(() => signals.send('virtual-teams', { what: 'expertise' }));
    expect(
      await screen.findByRole('link', {
        name: 'WebAuthn, Data: 7 people who opted in',
      }),
    ).toBeInTheDocument();
  });
});
