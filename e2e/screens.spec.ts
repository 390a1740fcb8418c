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
    ['home with my services', '/', /My services/],
    ['the portfolio', '/scorecards', new RegExp(DEMO_SERVICES.rated)],
    ['all findings', '/findings', /findings/i],
    ['the overview', pageOf(DEMO_SERVICES.rated), /Open scorecard/],
    [
      'the scorecard',
      pageOf(DEMO_SERVICES.rated, '/security/scorecard'),
      /Gains add up/,
    ],
    [
      'the findings',
      pageOf(DEMO_SERVICES.rated, '/security/findings'),
      /Suggested order/,
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

  test('a check leads to the rows behind it', async ({ page }) => {
    await page.goto(pageOf(DEMO_SERVICES.rated, '/security/scorecard'));
    await page.getByText('No overdue').first().click();
    await page
      .getByRole('complementary')
      .getByRole('link', { name: /finding/i })
      .first()
      .click();
    await expect(page).toHaveURL(/\/security\/findings\?.*overdue=true/);
  });

  test('a finding opens with its places and history', async ({ page }) => {
    await page.goto(pageOf(DEMO_SERVICES.rated, '/security/findings'));
    await page.getByRole('row').nth(1).click();
    const drawer = page.getByRole('complementary');
    await expect(drawer.getByText('History')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });
});
