import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { DEMO_SERVICES, pageOf } from './services';
import { signInAs } from './signIn';

/** Of the developer's team; no test sends reports for it. */
const WITHOUT_REPORTS = 'payment-router';

/** What each of the people whom scorecards are for comes to find. */

test.describe('a developer', () => {
  test.beforeEach(({ page }) => signInAs(page, 'Developer'));

  test('sees the level, the evidence and the next three steps', async ({
    page,
  }) => {
    await page.goto(pageOf(DEMO_SERVICES.rated));
    await expect(
      page.getByRole('img', { name: /evidence/i }).first(),
    ).toBeVisible();
    const steps = page.getByRole('list', { name: 'Next steps' });
    await expect(steps.getByRole('listitem').first()).toBeVisible();
    expect(await steps.getByRole('listitem').count()).toBeLessThanOrEqual(3);
    await expect(page.getByText(/^Next steps to /)).toBeVisible();
    await expectAccessible(page);
  });

  test('reads of a service without reports what to connect, and no score', async ({
    page,
  }) => {
    await page.goto(pageOf(WITHOUT_REPORTS));
    await expect(page.getByText(/Unrated/).first()).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'Connect the pipeline' }),
    ).toBeVisible();
  });

  test('learns of every check that does not pass how to fix it', async ({
    page,
  }) => {
    await page.goto(
      pageOf(WITHOUT_REPORTS, '/security/scorecard?show=unknown'),
    );
    await page
      .getByRole('button', { name: /Static analysis runs/ })
      .first()
      .click();
    const panel = page.getByRole('complementary');
    await expect(panel.getByText('How to fix')).toBeVisible();
    await expect(panel.getByText(/SAST/).first()).toBeVisible();
    await expect(panel.getByText(/Unknown counts as not passed/)).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('the AppSec lead', () => {
  test('sees who would change level before a check is made harder', async ({
    page,
  }) => {
    const check = readFileSync(
      path.join(
        __dirname,
        '../plugins/scorecards-backend/definitions/checks/code.sast-active.yaml',
      ),
      'utf8',
    );
    await signInAs(page, 'AppSec lead');
    await page.goto('/scorecards/definitions');
    await page
      .getByRole('textbox', { name: 'Definitions in YAML' })
      .fill(
        check
          .replace('version: 2', 'version: 3')
          .replace(/^passWhen: .*$/m, 'passWhen: 1 > 2'),
      );
    await page.getByRole('button', { name: 'Dry run' }).click();
    await expect(page.getByText(/would lose a level/).first()).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('an engineering leader', () => {
  test.beforeEach(({ page }) => signInAs(page, 'Engineering leader'));

  test('sees the share at target by tier, and its rows', async ({ page }) => {
    await page.goto('/scorecards');
    const target = page.getByRole('heading', { name: /At or above target/ });
    await expect(target).toBeVisible();
    await expect(page.getByText('Share at target')).toBeVisible();
    await target.getByRole('link').click();
    await expect(page).toHaveURL(/target=met/);
    await expect(
      page.getByText(/at or above their target/).first(),
    ).toBeVisible();
  });

  test('counts by the other scorecard', async ({ page }) => {
    await page.goto('/scorecards');
    await page
      .getByRole('radio', { name: 'Secure delivery lifecycle' })
      .click();
    await expect(page).toHaveURL(/scorecard=secure-delivery/);
    await expect(
      page.getByRole('heading', { name: /At or above target/ }),
    ).toBeVisible();
    await expectAccessible(page);
  });
});
