import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { dayAhead } from './days';
import { OWN_SERVICES, refOf } from './services';
import { signInAs } from './signIn';

const EXEMPT = refOf(OWN_SERVICES.exempt);

test('a campaign is planned and started, and an exemption asked for and approved', async ({
  browser,
  page,
}) => {
  await signInAs(page, 'AppSec lead');
  await page.goto('/scorecards/campaigns');
  await page.getByRole('button', { name: 'New campaign' }).click();
  await page.getByLabel('Title').fill('Static analysis on faster payments');
  await page
    .getByRole('form', { name: 'Campaign' })
    .getByText('Static analysis runs')
    .click();
  await page
    .getByLabel(/^Within groups/)
    .fill('system:default/faster-payments');
  await page.getByLabel('Target (last day)').fill(dayAhead(30));
  await page.getByRole('button', { name: 'Show who is in scope' }).click();
  await expect(page.getByText(EXEMPT)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await page.getByRole('button', { name: 'Start it' }).click();
  await expect(page.getByText('Running', { exact: true })).toBeVisible();

  const developer = await (await browser.newContext()).newPage();
  await signInAs(developer, 'Developer');
  await developer.goto(page.url());
  await developer
    .getByRole('button', { name: `Request exemption for ${EXEMPT}` })
    .click();
  const dialog = developer.getByRole('dialog');
  await dialog
    .getByLabel('Why can it not reach the goal in time?')
    .fill('Its language has no analysis until next quarter.');
  await dialog.getByLabel('Until the end of').fill(dayAhead(20));
  await expectAccessible(developer, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Request exemption' }).click();
  await expect(
    dialog.getByText(/until somebody else approves it/),
  ).toBeVisible();
  await developer.context().close();

  await page.reload();
  await page
    .getByRole('button', { name: `Approve the exemption of ${EXEMPT}` })
    .click();
  await expect(
    page
      .getByRole('table', { name: /^Components in scope/ })
      .getByRole('row', { name: OWN_SERVICES.exempt }),
  ).toContainText('Exempt');
  await expectAccessible(page);

  // Nobody else looks at a campaign of this test.
  await page.getByRole('button', { name: 'Cancel it' }).click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
});
