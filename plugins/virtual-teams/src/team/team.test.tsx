import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeVirtualTeamsApi } from '../__testUtils__/FakeVirtualTeamsApi';
import { NOW, TEAM } from '../__testUtils__/fixtures';
import { renderTeams } from '../__testUtils__/renderTeams';

const PATH = '/virtual-team/virtual-teams/passkeys-everywhere';

function openTab(api: FakeVirtualTeamsApi, tab = 'overview') {
  return renderTeams(api, `${PATH}?tab=${tab}`);
}

async function click(name: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

async function dialog() {
  return within(await screen.findByRole('dialog'));
}

describe('a team at a glance', () => {
  it('says what is missing, who fits and why, and where measures stand', async () => {
    const { container } = openTab(new FakeVirtualTeamsApi());

    expect(await screen.findByText('2 of 2 missing')).toBeVisible();
    expect(screen.getByText('5 of 4')).toBeVisible();
    expect(
      await screen.findByText(/1 more matches but is at their limit/),
    ).toHaveTextContent('Unknown availability is not availability.');
    expect(
      screen.getByText('? Has not said how much time they have'),
    ).toBeVisible();
    expect(
      screen.getByText('changed from 18 to 11 per 1,000 logins, aim 4'),
    ).toBeVisible();
    expect(await screen.findByText('level only')).toBeVisible();
    expect(
      await screen.findByRole('list', {
        name: 'Checks that it is to have pass',
      }),
    ).toHaveTextContent('Strong sign-in is enforced');
    expect(
      await screen.findByRole('button', { name: 'See 1 person who fits' }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('invites somebody who fits, with a message', async () => {
    const api = new FakeVirtualTeamsApi();
    openTab(api);
    await click(/^Invite (Elif Demir|elif.demir)$/);
    const form = await dialog();
    await userEvent.type(
      form.getByRole('textbox', { name: 'Message (optional)' }),
      'Join us',
    );
    await userEvent.click(form.getByRole('button', { name: 'Invite' }));
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'addMembership',
        input: {
          teamRef: TEAM.teamRef,
          userRef: 'user:default/elif.demir',
          role: 'expert',
          skillIds: ['mobile-hardening'],
          message: 'Join us',
        },
      }),
    );
  });

  it('asks why before it pauses, and says what other steps still need', async () => {
    const api = new FakeVirtualTeamsApi({
      getTeam: async () => ({
        ...TEAM,
        isStale: true,
        reviewAt: '2020-01-01',
        obstacles: [
          {
            action: 'archive',
            guard: 'hasOutcome',
            message: 'Write down the outcome',
          },
        ],
      }),
    });
    openTab(api);
    expect(
      await screen.findByRole('list', { name: 'Missing for: Archive' }),
    ).toHaveTextContent('Write down the outcome');
    expect(screen.getByText(/Review overdue by \d/)).toBeVisible();
    await click('Pause');
    const form = await dialog();
    expect(form.getByRole('button', { name: 'Pause' })).toBeDisabled();
    await userEvent.type(form.getByRole('textbox', { name: 'Why' }), 'Freeze');
    await userEvent.click(form.getByRole('button', { name: 'Pause' }));
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'actOnTeam',
        input: {
          teamRef: TEAM.teamRef,
          action: 'pause',
          version: 7,
          note: 'Freeze',
        },
      }),
    );
  });

  it('shows nothing of a team to those who may not read teams', async () => {
    const api = new FakeVirtualTeamsApi();
    api.error = new NotAllowedError('no');
    openTab(api);
    expect(
      await screen.findByText(/You can't see virtual teams/),
    ).toBeVisible();
  });

  it('says that there is no such team, and where the others are', async () => {
    const api = new FakeVirtualTeamsApi();
    api.error = new NotFoundError('none');
    const { container } = openTab(api);
    expect(await screen.findByText(/There is no such team/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All virtual teams' }),
    ).toHaveAttribute('href', '/virtual-teams');
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('members', () => {
  it('shows pending ones to leads, who decide with a reason', async () => {
    const api = new FakeVirtualTeamsApi();
    const { container } = openTab(api, 'members');
    const waiting = await screen.findByRole('list', {
      name: 'Waiting for an answer',
    });
    expect(waiting).toHaveTextContent('I ran the passkeys pilot');
    expect(await axe(container)).toHaveNoViolations();
    await userEvent.click(
      within(waiting).getByRole('button', { name: 'Decline' }),
    );
    const form = await dialog();
    await userEvent.type(form.getByRole('textbox', { name: 'Why' }), 'Full');
    await userEvent.click(form.getByRole('button', { name: 'Decline' }));
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'actOnMembership',
        input: { id: 'm-elif', action: 'reject', version: 1, note: 'Full' },
      }),
    );
  });

  it('takes too much agreed time as a reason to talk', async () => {
    const api = new FakeVirtualTeamsApi();
    api.memberships = {
      ...api.memberships,
      overAllocated: [
        {
          ref: 'user:default/noor.chaudhry',
          totalPct: 35,
          limitPct: 20,
          teams: 2,
        },
      ],
    };
    openTab(api, 'members');
    expect(await screen.findByText(/Worth a talk/)).toHaveTextContent(
      'Nothing is blocked.',
    );
  });
});

describe('entities', () => {
  it('asks the owners for the right to read findings', async () => {
    const api = new FakeVirtualTeamsApi();
    api.entities = { ...api.entities, missing: ['ingestion'] };
    const { container } = openTab(api, 'entities');
    expect(
      await screen.findByText(/Could not be asked: ingestion/),
    ).toBeVisible();
    expect(
      screen.getByRole('img', { name: 'Score 52 at first, 70 last' }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await click('Ask for findings: Mobile BFF');
    await waitFor(() =>
      expect(api.sent).toContainEqual({
        call: 'grantFindings',
        input: {
          teamRef: TEAM.teamRef,
          entityRef: 'component:default/mobile-bff',
          action: 'grant',
        },
      }),
    );
  });
});

describe('timeline', () => {
  it('tells who did what, and shows the address of a feed once', async () => {
    const { container } = openTab(new FakeVirtualTeamsApi(), 'timeline');
    expect(
      await screen.findByRole('list', { name: 'What happened' }),
    ).toHaveTextContent('Now active');
    expect(await axe(container)).toHaveNoViolations();
    await click('Calendar feed');
    await click('Make a feed');
    expect(
      await screen.findByText('https://portal.example/teams.ics'),
    ).toBeVisible();
  });
});

describe('closing', () => {
  it('lists what blocks the end', async () => {
    const api = new FakeVirtualTeamsApi();
    api.team = {
      ...TEAM,
      status: 'closing',
      obstacles: [
        { action: 'archive', guard: 'hasNoOpenWork', message: '2 open roles' },
      ],
    };
    const { container } = openTab(api, 'closing');
    expect(
      await screen.findByRole('list', { name: 'Still open' }),
    ).toHaveTextContent('2 open roles');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('keeps an archived team to read only', async () => {
    const api = new FakeVirtualTeamsApi();
    api.team = {
      ...TEAM,
      status: 'archived',
      isLead: false,
      actions: [],
      outcomeRecord: {
        summary: 'Nine journeys use passkeys',
        handoverOwnerRef: 'group:default/customer-auth',
        artefacts: [],
        recordedAt: NOW,
      },
    };
    openTab(api, 'closing');
    expect(await screen.findByText('Nine journeys use passkeys')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /outcome|Invite|Ask to join/ }),
    ).toBeNull();
  });
});
