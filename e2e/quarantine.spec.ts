import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { send } from './api';
import { sarifOf } from './sarif';
import { OWN_SERVICES, pageOf } from './services';
import { signInAs } from './signIn';

const MISSPELT = 'payment-replay-jobs';
const TITLE = 'Replay takes any file';

test('a report in quarantine is re-bound and arrives', async ({
  browser,
  page,
  request,
}) => {
  const developer = await (await browser.newContext()).newPage();
  await signInAs(developer, 'Developer');
  await developer.goto(pageOf(OWN_SERVICES.rebound, '/security/findings'));

  const sent = await send(
    request,
    MISSPELT,
    sarifOf([{ rule: 'e2e-replay', title: TITLE }]),
  );
  expect(await sent.json()).toMatchObject({ status: 'quarantined' });

  await signInAs(page, 'Platform admin');
  await page.goto('/ingestion/quarantine');
  await page.getByRole('button', { name: `Re-bind ${MISSPELT}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(
    dialog.getByRole('combobox', { name: 'Which component is meant?' }),
  ).toHaveValue(OWN_SERVICES.rebound);
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Re-bind', exact: true }).click();
  await expect(
    page.getByText(
      `${MISSPELT} is ${OWN_SERVICES.rebound} now: 1 report being processed`,
    ),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: `Re-bind ${MISSPELT}` }),
  ).toBeHidden();

  await expect(developer.getByText(TITLE).first()).toBeVisible();
  await developer.context().close();
});
