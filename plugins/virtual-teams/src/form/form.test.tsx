import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeCheckDefinitions } from '../__testUtils__/FakeCheckDefinitions';
import { FakeVirtualTeamsApi } from '../__testUtils__/FakeVirtualTeamsApi';
import { ME_REF, PASSKEYS_REF } from '../__testUtils__/fixtures';
import { renderTeams } from '../__testUtils__/renderTeams';

const step = (name: RegExp) => screen.findByRole('button', { name });

describe('proposing a team', () => {
  beforeEach(() => sessionStorage.clear());

  it('goes from a template to a proposal, says what is missing, and survives a reload', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, '/virtual-teams/new');
    await userEvent.click(await step(/^Close a gap together$/));
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Name/ }),
      'SBOMs for all',
    );
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
    cleanup();

    renderTeams(api, '/virtual-teams/new');
    expect(await screen.findByRole('textbox', { name: /^Name/ })).toHaveValue(
      'SBOMs for all',
    );
    await userEvent.click(await step(/Skills$/));
    const fit = await screen.findByRole('region', { name: 'Who could help' });
    expect(
      await within(fit).findByText('Guides others in WebAuthn'),
    ).toBeInTheDocument();
    expect(fit).toHaveTextContent('1 more who match give all their time');
    await userEvent.click(await step(/Check$/));
    const missing = await screen.findByRole('region', {
      name: 'Still missing before it can go active',
    });
    expect(missing).toHaveTextContent('A sponsor, who approves it');
    expect(missing).toHaveTextContent('2 platforms; 0 named so far');
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();

    await userEvent.click(await step(/^Propose the team$/));
    expect(api.sent).toContainEqual({
      call: 'createTeam',
      input: expect.objectContaining({
        title: 'SBOMs for all',
        leadRef: ME_REF,
        requiredExpertise: [
          { skillId: 'sbom', level: 'practitioner', count: 2 },
        ],
      }),
    });
    expect(sessionStorage).toHaveLength(0);
  });

  it('begins with a proposal, and asks to put right what is wrong', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, '/virtual-teams/new?proposal=gap-sbom');
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    expect(name).toHaveValue('Publish SBOMs everywhere');
    await userEvent.clear(name);
    await userEvent.click(await step(/Check$/));
    expect(await step(/^Propose the team$/)).toBeDisabled();
    await userEvent.click(await step(/^Go there: Name/));
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Name/ }),
      'SBOMs',
    );
    await userEvent.click(await step(/Check$/));
    await userEvent.click(await step(/^Propose the team$/));
    expect(api.sent).toContainEqual({
      call: 'createTeam',
      input: expect.objectContaining({
        title: 'SBOMs',
        proposalId: 'gap-sbom',
        checkIds: ['sbom-published'],
      }),
    });
  });
});

describe('changing a team', () => {
  beforeEach(() => sessionStorage.clear());

  it('saves what was written with the version that was read', async () => {
    const api = new FakeVirtualTeamsApi();
    renderTeams(api, '/virtual-teams/edit/virtual-teams/passkeys-everywhere');
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    await userEvent.type(name, '!');
    await userEvent.click(await step(/Check$/));
    await userEvent.click(await step(/^Save$/));
    expect(api.sent).toContainEqual({
      call: 'updateTeam',
      input: {
        teamRef: PASSKEYS_REF,
        version: 7,
        definition: expect.objectContaining({ title: 'Passkeys Everywhere!' }),
      },
    });
  });

  it('chooses checks by their titles, and leaves others as they are', async () => {
    const api = new FakeVirtualTeamsApi();
    api.team = { ...api.team, checkIds: ['mfa-enforced', 'gone'] };
    renderTeams(api, '/virtual-teams/edit/virtual-teams/passkeys-everywhere');
    const field = await screen.findByRole('combobox', { name: /^Add a check/ });
    await userEvent.type(field, 'sbom');
    await userEvent.click(await screen.findByRole('option', { name: /SBOM/ }));
    const next = screen.getByRole('combobox', { name: /^Add a check/ });
    expect(next).toHaveFocus();
    expect(next).toHaveValue('');
    const chosen = screen.getByRole('list', { name: 'Checks: chosen' });
    expect(within(chosen).getByText('SBOM is published')).toBeVisible();
    expect(within(chosen).getByText('gone')).toBeVisible();
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
    await userEvent.click(
      await step(/^Remove the check: Strong sign-in is enforced$/),
    );
    await userEvent.click(await step(/Check$/));
    await userEvent.click(await step(/^Save$/));
    expect(api.sent).toContainEqual({
      call: 'updateTeam',
      input: expect.objectContaining({
        definition: expect.objectContaining({
          checkIds: ['gone', 'sbom-published'],
        }),
      }),
    });
  });

  it.each([
    ['NotFoundError', /This portal has no scorecards/],
    ['NotAllowedError', /can't see which checks there are/],
    ['Error', /Checks unavailable/],
  ])('keeps checks that were chosen after a %s', async (name, words) => {
    const checks = new FakeCheckDefinitions();
    checks.error = Object.assign(new Error('no'), { name });
    renderTeams(
      new FakeVirtualTeamsApi(),
      '/virtual-teams/edit/virtual-teams/passkeys-everywhere',
      { checks },
    );
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'Checks: chosen' }),
    ).toHaveTextContent('mfa-enforced');
  });

  it('is for leads, and not for teams of the catalog', async () => {
    const api = new FakeVirtualTeamsApi();
    api.team = {
      ...api.team,
      managedBy: 'catalog',
      declaredIn: 'teams/passkeys.yaml',
    };
    renderTeams(api, '/virtual-teams/edit/virtual-teams/passkeys-everywhere');
    expect(
      await screen.findByText(/Change it in teams\/passkeys.yaml/),
    ).toBeInTheDocument();
  });
});
