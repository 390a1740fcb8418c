import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { sendAndWait } from './api';
import { sarifOf } from './sarif';
import { OWN_SERVICES, pageOf } from './services';
import { signInAs } from './signIn';

const FIRST = 'Forecast query is built from text';
const SECOND = 'Forecast file name is not checked';

test('a developer confirms a finding, then several, and takes that back', async ({
  page,
  request,
}) => {
  await sendAndWait(
    request,
    OWN_SERVICES.triaged,
    sarifOf([
      { rule: 'e2e-query', title: FIRST },
      { rule: 'e2e-path', title: SECOND },
    ]),
  );
  await signInAs(page, 'Developer');
  await page.goto(
    pageOf(OWN_SERVICES.triaged, '/security/findings?groupBy=none'),
  );
  const row = (title: string) => page.getByRole('row', { name: title });

  await page.getByRole('button', { name: FIRST }).click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Start work' }).click();
  await expect(panel.getByText('Work started.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(FIRST)).toContainText('In progress');

  await page.getByRole('checkbox', { name: `Select ${FIRST}` }).check();
  await page.getByRole('checkbox', { name: `Select ${SECOND}` }).check();
  const bar = page.getByRole('region', { name: 'Selected findings' });
  await expect(bar.getByText('2 selected')).toBeVisible();
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Assign' }).click();
  await bar.getByRole('button', { name: 'Assign to me' }).click();
  await expect(page.getByText('2 findings assigned.')).toBeVisible();
  await expect(row(SECOND)).toContainText('Bo Lin');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 findings put back as before.')).toBeVisible();
  await expect(row(SECOND)).not.toContainText('Bo Lin');
  await expect(row(FIRST)).toContainText('In progress');
});
