import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { sendAndWait } from './api';
import { dayAhead } from './days';
import { sarifOf } from './sarif';
import { OWN_SERVICES, pageOf } from './services';
import { signInAs } from './signIn';

const TITLE = 'Callback address is not checked';

test('a developer asks for a waiver, AppSec approves it, and the risk is accepted', async ({
  browser,
  page,
  request,
}) => {
  await sendAndWait(
    request,
    OWN_SERVICES.waived,
    sarifOf([{ rule: 'e2e-ssrf', title: TITLE }]),
  );
  const findings = pageOf(
    OWN_SERVICES.waived,
    '/security/findings?groupBy=none&status=all',
  );
  await signInAs(page, 'Developer');
  await page.goto(findings);
  await page.getByRole('button', { name: TITLE }).click();
  await page.getByRole('button', { name: 'Request a waiver' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Needs AppSec/)).toBeVisible();
  await dialog
    .getByLabel('Why is it not fixed now?')
    .fill('The partner gives its addresses next month.');
  await dialog
    .getByLabel('What can happen, and how likely is it?')
    .fill('A partner could reach an inner service. Unlikely.');
  await dialog.getByLabel('Until the end of').fill(dayAhead(20));
  await expectAccessible(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Request waiver' }).click();
  await expect(dialog.getByText(/Nothing is hidden until/)).toBeVisible();
  const waiver = await dialog
    .getByRole('link', { name: 'See the waiver' })
    .getAttribute('href');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: TITLE })).toContainText('New');

  const appSec = await (await browser.newContext()).newPage();
  await signInAs(appSec, 'AppSec lead');
  await appSec.goto(String(waiver));
  await appSec.getByRole('button', { name: 'Approve as AppSec' }).click();
  await expect(appSec.getByText('Approved by you.')).toBeVisible();
  await expectAccessible(appSec);
  await appSec.context().close();

  await expect(page.getByRole('row', { name: TITLE })).toContainText(
    /Risk accepted until \d/,
  );
});
