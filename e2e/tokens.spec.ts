import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { send, sendAndWait } from './api';
import { sarifOf } from './sarif';
import { OWN_SERVICES, pageOf, refOf } from './services';
import { signInAs } from './signIn';

const SERVICE = OWN_SERVICES.tokens;
const NAME = 'Pipeline of the schemas';
const REPORT = sarifOf([{ rule: 'e2e-schema', title: 'Schema has no limit' }]);

/** The secret that is shown once. */
async function takeSecret(page: Page): Promise<string> {
  const notice = page.getByRole('region', { name: `Copy ${NAME} now` });
  const secret = await notice
    .getByRole('group', { name: 'the token' })
    .locator('pre')
    .innerText();
  await notice.getByRole('button', { name: 'I have copied it' }).click();
  await expect(notice).toBeHidden();
  return secret;
}

/** Does it to the token, and says yes to the question. */
async function confirm(page: Page, verb: 'Rotate' | 'Revoke', state: string) {
  await page
    .getByRole('row', { name: state })
    .getByRole('button', { name: `${verb} ${NAME}` })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: verb, exact: true })
    .click();
}

test('an upload token is minted, used, rotated, revoked, and then refused', async ({
  page,
  request,
}) => {
  await signInAs(page, 'Developer');
  await page.goto(`/ingestion/tokens?entity=${refOf(SERVICE)}&mint`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill(NAME);
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Mint' }).click();
  const first = await takeSecret(page);

  await sendAndWait(request, SERVICE, REPORT, first);
  expect(
    (await send(request, OWN_SERVICES.triaged, REPORT, first)).status(),
  ).toBe(403);

  await confirm(page, 'Rotate', 'Active');
  const second = await takeSecret(page);
  expect(second).not.toBe(first);
  expect((await send(request, SERVICE, REPORT, second)).ok()).toBe(true);
  await expect(page.getByRole('row', { name: 'Replaced' })).toBeVisible();
  await expectAccessible(page);

  await confirm(page, 'Revoke', 'Active');
  await expect(page.getByText(/is revoked; it works no more/)).toBeVisible();
  expect((await send(request, SERVICE, REPORT, second)).status()).toBe(401);
  await confirm(page, 'Revoke', 'Replaced');
  await expect(page.getByRole('row', { name: 'Revoked' })).toHaveCount(2);
  expect((await send(request, SERVICE, REPORT, first)).status()).toBe(401);

  await page.goto(pageOf(SERVICE, '/security/findings'));
  await expect(page.getByText('Schema has no limit').first()).toBeVisible();
});
