import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { ask, personaToken } from './api';
import { PORTAL_URL } from './portal';
import { DEMO_SERVICES, refOf } from './services';
import { signInAs } from './signIn';

const SERVICE = DEMO_SERVICES.rated;

test('the page of a system sums up its components, and leads to them', async ({
  page,
}) => {
  await signInAs(page, 'Developer');
  await page.goto('/catalog/default/system/faster-payments');
  await expect(page.getByText(/Weakest link/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open scorecard' }).click();
  await expect(
    page.getByRole('heading', { name: 'Weakest first' }),
  ).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('table', { name: 'Weakest components' })
    .getByRole('link', { name: 'payment-router' })
    .click();
  await expect(page).toHaveURL(/\/component\/payment-router/);
});

test('the catalog is narrowed to a security level', async ({
  page,
  request,
}) => {
  test.setTimeout(150_000);
  const token = await personaToken(request, 'developer');
  // The catalog takes levels up once a minute, as it comes round to an entity.
  await expect(async () => {
    await request.post(`${PORTAL_URL}/api/catalog/refresh`, {
      headers: { authorization: `Bearer ${token}` },
      data: { entityRef: refOf(SERVICE) },
    });
    const entity = await ask(
      request,
      `/catalog/entities/by-name/component/default/${SERVICE}`,
      token,
    );
    const { labels } = (await entity.json()).metadata;
    expect(labels?.['synchrony.io/security-level']).toBe('bronze');
  }).toPass({ timeout: 100_000, intervals: [1_000, 2_000, 5_000] });

  await signInAs(page, 'Developer');
  await page.goto('/catalog?filters[kind]=component&filters[user]=all');
  await page.getByLabel('Security level').click();
  await page.getByRole('option', { name: /Bronze/ }).click();
  await expect(page).toHaveURL(/securityLevel/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: SERVICE })).toBeVisible();
  await expect(page.getByRole('link', { name: 'payment-router' })).toBeHidden();
});
