import { expect, test } from '@playwright/test';
import { ask, personaToken } from './api';
import { PORTAL_URL } from './portal';
import { DEMO_SERVICES, pageOf, refOf } from './services';
import { signInAs } from './signIn';

const SERVICE = DEMO_SERVICES.rated;
const LEAK = {
  RuleID: 'private-key',
  Description: 'Private key',
  StartLine: 4,
  EndLine: 4,
  StartColumn: 1,
  EndColumn: 30,
  Match: 'REDACTED',
  Secret: 'REDACTED',
  File: 'deploy/keys.pem',
  Commit: '3f1c9a7d20b84e6f9a1d2c3b4e5f60718293a4b5',
  Fingerprint: 'deploy/keys.pem:private-key:4',
};

test.setTimeout(240_000);

test('a leaked secret lowers the level, and the champion hears of it', async ({
  page,
  request,
}) => {
  const token = await personaToken(request, 'champion');
  const level = async () => {
    const response = await ask(
      request,
      `/scorecards/entities/default/component/${SERVICE}`,
      token,
    );
    const { scorecards } = await response.json();
    return scorecards.find(({ id }: { id: string }) => id === 'essentials')
      ?.level;
  };
  const scan = async (leaks: object[]) => {
    const response = await request.post(`${PORTAL_URL}/api/ingestion/reports`, {
      params: {
        entityRef: refOf(SERVICE),
        format: 'gitleaks-json',
        category: 'keys',
        emptyMeansClean: 'true',
      },
      headers: { authorization: 'Bearer demo-ci-token' },
      data: leaks,
    });
    expect(response.status()).toBe(202);
  };
  expect(await level()).toBe('bronze');

  await scan([LEAK]);
  await expect.poll(level, { timeout: 30_000 }).toBe('none');
  await expect
    .poll(
      async () => {
        const response = await ask(
          request,
          '/notifications/notifications',
          token,
        );
        const { notifications } = await response.json();
        return notifications.map(
          ({ payload }: { payload: { title: string } }) => payload.title,
        );
      },
      { timeout: 120_000, intervals: [2_000] },
    )
    .toContain(`${SERVICE} fell from Bronze to no level`);

  await signInAs(page, 'Security champion');
  await page.goto(pageOf(SERVICE));
  await expect(page.getByText('No level').first()).toBeVisible();
  await page.goto('/desk');
  await expect(page.getByRole('heading', { name: 'My desk' })).toBeVisible();

  await scan([]);
  await expect.poll(level, { timeout: 30_000 }).toBe('bronze');
});
