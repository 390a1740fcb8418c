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
    ['home', '/', /of 14 components/],
    ['the portfolio', '/scorecards?q=instant', new RegExp(DEMO_SERVICES.rated)],
    ['the overview of all', '/scorecards', /Where evidence is strong/],
    [
      'a group',
      '/catalog/default/group/retail-payments/security/scorecard',
      /Weakest first/,
    ],
    ['all findings', '/findings', new RegExp(DEMO_SERVICES.rated)],
    ['the waivers', '/waivers', /nobody approves their own/],
    ['what arrives', '/ingestion', /In quarantine now/],
    ['the overview', pageOf(DEMO_SERVICES.rated), /Open findings/],
    [
      'the findings',
      pageOf(DEMO_SERVICES.rated, '/security/findings'),
      /Reset flood exhausts workers/,
    ],
    [
      'the scorecard',
      pageOf(DEMO_SERVICES.rated, '/security/scorecard'),
      /Gains add up/,
    ],
    [
      'the history of a scorecard',
      pageOf(DEMO_SERVICES.rated, '/security/scorecard?view=history'),
      /Parts add up/,
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
    await page.getByText(/^All 8/).click();
    await page
      .getByRole('button', { name: /Vulnerable dependencies fixed in time/ })
      .click();
    await page
      .getByRole('complementary')
      .getByRole('link', { name: /findings/i })
      .click();
    await expect(page).toHaveURL(/\/security\/findings\?.*overdue=true/);
  });

  test('a finding opens with its places and history, and closes by key', async ({
    page,
  }) => {
    await page.goto(pageOf(DEMO_SERVICES.rated, '/security/findings'));
    const opener = page.getByRole('button', {
      name: /Reset flood exhausts workers/,
    });
    await opener.click();
    const panel = page.getByRole('complementary');
    await expect(panel.getByText('History')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(opener).toBeFocused();
  });
});
