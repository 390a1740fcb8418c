import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { DEMO_SERVICES, pageOf } from './services';
import { signInAs } from './signIn';

test('the sign-in page is accessible', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /Developer/ })).toBeVisible();
  await expectAccessible(page, 'body');
});

test.describe('screens of a developer', () => {
  test.beforeEach(({ page }) => signInAs(page, 'Developer'));

  const screens: [string, string, RegExp][] = [
    [
      'the scorecard',
      pageOf(DEMO_SERVICES.rated, '/security/scorecard'),
      /Gains add up/,
    ],
    ['the reports', pageOf(DEMO_SERVICES.rated, '/security/reports'), /Trivy/],
  ];
  for (const [name, path, text] of screens) {
    test(`${name} shows its data and is accessible`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByText(text).first()).toBeVisible();
      await expectAccessible(page);
    });
  }
});
