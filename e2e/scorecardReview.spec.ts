import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { DEMO_SERVICES, refOf } from './services';
import { signInAs } from './signIn';

test('a scorecard review goes from plan over decisions to its summary', async ({
  page,
}) => {
  await signInAs(page, 'AppSec lead');
  await page.goto('/catalog/default/group/instant-payments');
  await page.getByRole('link', { name: 'Start a review' }).click();
  await page.getByLabel(/^Title/).fill('Instant payments, monthly');
  await page.getByRole('button', { name: 'Plan the review' }).click();
  await page.getByRole('button', { name: 'Start the review' }).click();

  await page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: new RegExp(`^${DEMO_SERVICES.rated}`) })
    .click();
  await expect(page).toHaveURL(
    new RegExp(encodeURIComponent(refOf(DEMO_SERVICES.rated))),
  );
  await expect(
    page.getByText('Required checks that do not pass'),
  ).toBeVisible();
  await page.getByLabel('What was decided').fill('Agree a day for the fix.');
  await page.reload();
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(
    page.getByRole('button', { name: 'Edit: Agree a day for the fix.' }),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'End the review' }).click();
  await page.getByRole('button', { name: 'Yes, end the review' }).click();
  await expect(page.getByRole('link', { name: '1 discussed' })).toBeVisible();
  await page.getByRole('link', { name: '1 note' }).click();
  await expect(page.getByText('Agree a day for the fix.')).toBeVisible();
  await expectAccessible(page);
});
