import { expect, test } from '@playwright/test';
import {
  CheckTeams,
  MyProfile,
  TeamDefinition,
  TeamProposals,
  TeamSuggestions,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { expectAccessible } from './accessibility';
import { dayAhead } from './days';
import { signInAs } from './signIn';
import { VirtualTeamSteps } from './virtualTeamSteps';

const BO = 'user:default/bo.lin';
const GRETA = 'user:default/greta.halvorsen';
const ISLA = 'user:default/isla.drummond';
const SAMIR = 'user:default/samir.haddad';
const YUKI = 'user:default/yuki.aronsen';

test.setTimeout(180_000);

/** With what a team needs to start that no data can propose. */
function definitionOf(team: TeamDefinition): TeamDefinition {
  return {
    title: team.title,
    kind: team.kind,
    charter: {
      ...team.charter,
      measures: [
        {
          id: 'open',
          title: 'Services with it',
          unit: '%',
          start: 40,
          aim: 90,
        },
      ],
    },
    leadRef: team.leadRef,
    sponsorRef: ISLA,
    deputyRefs: [],
    platformRefs: team.platformRefs,
    interactionMode: team.interactionMode,
    entityRefs: team.entityRefs,
    channels: [],
    reviewAt: dayAhead(30),
    endsAt: dayAhead(120),
    requiredExpertise: team.requiredExpertise,
    checkIds: team.checkIds,
  };
}

test('a gap of several platforms becomes a team, which finds people and works on it', async ({
  browser,
  page,
  request,
}) => {
  const steps = new VirtualTeamSteps(request);
  const gap = async () =>
    (await steps.get<TeamProposals>('appsec-lead', '/proposals')).items.find(
      ({ platformRefs, teamRef }) => !teamRef && platformRefs.length >= 3,
    );
  await expect
    .poll(async () => (await gap())?.title, { timeout: 90_000 })
    .toBeTruthy();
  const proposal = (await gap())!;

  await signInAs(page, 'AppSec lead');
  await page.goto('/virtual-teams/proposals');
  await expectAccessible(page);
  await page
    .getByRole('button', { name: `Propose this team: ${proposal.title}` })
    .click();
  await page.getByRole('button', { name: '6 Check' }).click();
  await expect(
    page.getByText(`${proposal.platformRefs.length} platforms`),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Propose the team' }).click();
  await page.waitForURL(/\/virtual-team\//);
  await expect(
    page.getByRole('heading', { name: proposal.title }),
  ).toBeVisible();
  const [namespace, name] = new URL(page.url()).pathname.split('/').slice(-2);
  const teamRef = `group:${namespace}/${name}`;

  const proposed = await steps.team('appsec-lead', teamRef);
  expect(proposed).toMatchObject({
    status: 'proposed',
    checkIds: proposal.checkIds,
    leadRef: GRETA,
  });
  expect(proposed.entityRefs.length).toBeGreaterThan(0);
  await steps.update('appsec-lead', teamRef, {
    version: proposed.version,
    definition: definitionOf(proposed),
  });
  await steps.act('engineering-leader', teamRef, 'approve');

  const { gaps } = await steps.get<TeamSuggestions>(
    'appsec-lead',
    `/teams/${namespace}/${name}/suggestions`,
  );
  expect(gaps.map(({ skillId }) => skillId).sort()).toEqual(
    proposal.requiredExpertise.map(({ skillId }) => skillId).sort(),
  );
  await steps.invite('appsec-lead', teamRef, {
    userRef: BO,
    role: 'member',
    skillIds: proposal.requiredExpertise.map(({ skillId }) => skillId),
    message: 'You know how the payment services build.',
  });

  const developer = await (await browser.newContext()).newPage();
  await signInAs(developer, 'Developer');
  await developer.goto('/virtual-teams/mine');
  await developer
    .getByRole('button', { name: `Accept: ${proposal.title}` })
    .click();
  const dialog = developer.getByRole('dialog');
  await expectAccessible(developer, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(developer.getByRole('list', { name: 'My teams' })).toContainText(
    proposal.title,
  );

  await page.goto(`/virtual-team/${namespace}/${name}`);
  await page.getByRole('button', { name: 'Start the team' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Start the team' })
    .click();
  await expect(page.getByText('Active', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  const { items } = await steps.get<CheckTeams>('developer', '/checks/teams');
  expect(items).toContainEqual(
    expect.objectContaining({ checkId: proposal.checkIds[0], teamRef }),
  );
  await page.goto('/virtual-teams/proposals');
  await expect(
    page
      .getByRole('article', { name: proposal.title })
      .getByRole('link', { name: 'Team working on it' }),
  ).toBeVisible();
});

test('a team closes: what it made is handed over, its people are thanked and asked for their skills', async ({
  page,
  request,
}) => {
  const steps = new VirtualTeamSteps(request);
  const title = 'Mainframe login bridge';
  const skillId = 'mainframe-security';
  const { teamRef } = await steps.propose('vt-lead', {
    name: 'mainframe-login-bridge',
    title,
    kind: 'initiative',
    charter: {
      outcome: 'Customers of the mainframe log in with a passkey',
      inScope: 'Login',
      outOfScope: 'Staff',
      measures: [
        { id: 'logins', title: 'Logins bridged', unit: '%', start: 0, aim: 80 },
      ],
    },
    sponsorRef: ISLA,
    leadRef: YUKI,
    deputyRefs: [],
    platformRefs: [
      'group:default/identity-and-access',
      'group:default/retail-payments',
    ],
    interactionMode: 'collaboration',
    entityRefs: ['component:default/customer-auth'],
    channels: [],
    reviewAt: dayAhead(30),
    endsAt: dayAhead(90),
    requiredExpertise: [{ skillId, level: 'practitioner', count: 1 }],
    checkIds: [],
  });
  await steps.act('engineering-leader', teamRef, 'approve');
  await steps.accept(
    await steps.invite('vt-lead', teamRef, {
      userRef: SAMIR,
      role: 'expert',
      skillIds: [skillId],
    }),
  );
  await steps.act('vt-lead', teamRef, 'start');
  await expect
    .poll(() => steps.takesPart(SAMIR, teamRef), { timeout: 90_000 })
    .toBe(true);
  await steps.act('vt-lead', teamRef, 'beginClose');

  await signInAs(page, 'Virtual team lead');
  const address = '/virtual-team/virtual-teams/mainframe-login-bridge';
  await page.goto(`${address}?tab=closing`);
  await expect(page.getByRole('list', { name: 'Still open' })).toContainText(
    'The outcome has to be written down',
  );
  await page.getByRole('button', { name: 'Write down the outcome' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('What came of it')
    .fill('Nine of ten customers of the mainframe use a passkey.');
  await dialog.getByLabel('Logins bridged, %').fill('91');
  await dialog
    .getByRole('combobox', { name: 'Who takes over' })
    .fill('customer-auth');
  await page
    .getByRole('option', { name: /customer.auth/i })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Add what was made' }).click();
  await dialog.getByLabel('Name of artefact 1').fill('Bridge template');
  await dialog
    .getByLabel('Address of artefact 1')
    .fill('https://git.larkhill.example/templates/bridge');
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Save the outcome' }).click();
  await expect(page.getByText('Nothing is left to do.')).toBeVisible();

  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Archive', exact: true })
    .click();
  await expect(
    page.getByText('Archived', { exact: true }).first(),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Bridge template' }),
  ).toBeVisible();
  await expectAccessible(page);
  expect(await steps.team('developer', teamRef)).toMatchObject({
    status: 'archived',
    memberCount: 0,
    charter: { measures: [{ current: 91 }] },
  });

  await steps.thank('vt-lead', teamRef, SAMIR);
  const { prompts } = await steps.get<MyProfile>(SAMIR, '/profile');
  expect(prompts).toContainEqual(
    expect.objectContaining({
      skillId,
      because: expect.stringContaining(title),
    }),
  );
  await expect
    .poll(() => steps.takesPart(SAMIR, teamRef), { timeout: 90_000 })
    .toBe(false);

  await page.goto('/virtual-teams/archive');
  await expect(
    page.getByRole('list', { name: 'Archived teams' }),
  ).toContainText(title);
  await expectAccessible(page);
});
