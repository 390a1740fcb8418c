import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { ask, personaToken, sendAndWait } from './api';
import { ChampionSteps } from './championSteps';
import { dayAhead } from './days';
import { addService } from './newService';
import { PORTAL_URL } from './portal';
import { sarifOf } from './sarif';
import { DEMO_SERVICES, pageOf, refOf } from './services';
import { signInAs } from './signIn';

const DARIO = 'user:default/dario.conti';
const GATEWAY = 'group:default/payments-gateway';
const KWAME = 'user:default/kwame.asante';
const FARID = 'user:default/farid.longmire';
const FRAUD = 'group:default/fraud-decisioning';

/** Owned by a team that nobody is champion of, of tier 3. */
const UNLOOKED = 'merchant-directory';

test.setTimeout(180_000);

test('a new service has no champion, a volunteer is found, accepts, and the check passes', async ({
  page,
  request,
}) => {
  const steps = new ChampionSteps(request);
  const name = 'partner-callbacks';
  await addService(request, {
    name,
    team: 'payments-gateway',
    system: 'partner-payments',
  });
  await expect
    .poll(
      async () => (await steps.tryChampionsOf('appsec-lead', name))?.state,
      {
        timeout: 90_000,
      },
    )
    .toBe('uncovered');

  await signInAs(page, 'AppSec lead');
  await page.goto(pageOf(name));
  await expect(
    page.getByRole('link', { name: 'Nominate a champion' }),
  ).toBeVisible();

  await page.goto('/champions');
  await expectAccessible(page);
  await page.getByRole('button', { name: `Ask ${DARIO}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(/^Why this person/)
    .fill('Offered to help, and knows the partner connections.');
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Nominate', exact: true }).click();
  await expect(dialog.getByText(/They have been asked/)).toBeVisible();
  expect((await steps.championsOf('developer', name)).primary).toBeUndefined();

  await steps.act(DARIO, await steps.assignment(DARIO, DARIO, GATEWAY), {
    action: 'accept',
    capacityPct: 10,
  });
  await steps.act(
    'user:default/ruth.pell',
    await steps.assignment('appsec-lead', DARIO, GATEWAY),
    { action: 'agreeCapacity', capacityPct: 10 },
  );
  await steps.act(
    'appsec-lead',
    await steps.assignment('appsec-lead', DARIO, GATEWAY),
    { action: 'activate', note: 'Did the core topics at the last bank.' },
  );
  expect(await steps.championsOf('developer', name)).toMatchObject({
    state: 'covered_thin',
    scopeRef: GATEWAY,
    isInherited: true,
    primary: { userRef: DARIO },
  });

  const appSec = await personaToken(request, 'appsec-lead');
  await expect
    .poll(async () => {
      const response = await ask(
        request,
        `/scorecards/entities/default/component/${name}`,
        appSec,
      );
      const { scorecards } = await response.json();
      return scorecards
        .find(({ id }: { id: string }) => id === 'essentials')
        ?.checks.find(({ id }: { id: string }) => id === 'plan.champion-active')
        ?.outcome;
    })
    .toBe('pass');

  await page.goto(pageOf(name));
  await expect(
    page.getByRole('list', { name: 'Champion', exact: true }),
  ).toContainText('Dario Conti');
  await expectAccessible(page);
});

test('a champion leaves: the team is at risk, and questions go to the deputy', async ({
  page,
  request,
}) => {
  const steps = new ChampionSteps(request);
  const name = 'fraud-rules';
  const question = await steps.post<{ id: string; routedTo: string }>(
    'developer',
    '/questions',
    {
      entityRef: refOf(name),
      subject: { kind: 'entity' },
      text: 'May a rule keep the address of the payer?',
    },
  );
  expect(question.routedTo).toBe(KWAME);

  await steps.act(KWAME, await steps.assignment(KWAME, KWAME, FRAUD), {
    action: 'announceStepDown',
    endsAt: `${dayAhead(14)}T00:00:00.000Z`,
  });
  expect(await steps.championsOf('developer', name)).toMatchObject({
    state: 'at_risk',
    reasons: ['stepping_down'],
    deputies: [{ userRef: FARID }],
  });
  await signInAs(page, 'Developer');
  await page.goto(pageOf(name));
  await expect(page.getByText(/^At risk$/i).first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Deputies' })).toContainText(
    'Farid Longmire',
  );

  await steps.act(KWAME, await steps.assignment(KWAME, KWAME, FRAUD), {
    action: 'withdraw',
  });
  expect(await steps.championsOf('developer', name)).toMatchObject({
    state: 'at_risk',
    reasons: ['no_primary'],
    deputies: [{ userRef: FARID }],
  });
  await expect
    .poll(async () => {
      const { items } = await steps.questions('developer');
      return items.find(({ id }) => id === question.id)?.routedTo;
    })
    .toBe(FARID);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Deputies' })).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Champion', exact: true }),
  ).toHaveCount(0);
});

test('a champion announces to stop on the desk, and stays on after all', async ({
  page,
  request,
}) => {
  const steps = new ChampionSteps(request);
  const state = async () =>
    (await steps.championsOf('developer', DEMO_SERVICES.rated)).state;
  expect(await state()).toBe('covered_thin');

  await signInAs(page, 'Security champion');
  await page.goto('/desk');
  await page
    .getByRole('button', { name: 'Step down: instant-payments' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('You stop on').fill(dayAhead(30));
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Step down', exact: true }).click();
  await expect(
    page.getByRole('button', { name: 'Stay on: instant-payments' }),
  ).toBeVisible();
  expect(await state()).toBe('at_risk');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Stay on: instant-payments' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Stay on', exact: true })
    .click();
  await expect(
    page.getByRole('button', { name: 'Step down: instant-payments' }),
  ).toBeVisible();
  expect(await state()).toBe('covered_thin');
});

test('AppSec approves a waiver in place of a champion that there is not', async ({
  page,
  request,
}) => {
  await sendAndWait(
    request,
    UNLOOKED,
    sarifOf([
      { rule: 'e2e-md5', title: 'Weak hash of a name', severity: '3.0' },
    ]),
  );
  const owner = await personaToken(request, 'user:default/ola.brandt');
  const asked = await request.post(`${PORTAL_URL}/api/ingestion/waivers`, {
    headers: { authorization: `Bearer ${owner}` },
    data: {
      target: {
        kind: 'rule',
        entityRef: refOf(UNLOOKED),
        tool: 'CodeQL',
        ruleId: 'e2e-md5',
      },
      reason: 'The directory is replaced next month.',
      riskStatement: 'Names could be guessed from their hashes.',
      treatment: 'mitigate_later',
      expiresAt: `${dayAhead(20)}T00:00:00.000Z`,
    },
  });
  expect(asked.status(), await asked.text()).toBe(201);
  const waiver = await asked.json();
  expect(waiver.requirement.roles).toEqual(['champion']);

  await signInAs(page, 'AppSec lead');
  await page.goto(`/waivers?waiver=${waiver.id}`);
  await page
    .getByRole('button', { name: 'Approve as security champion' })
    .click();
  await expect(page.getByText('Approved by you.')).toBeVisible();
});
