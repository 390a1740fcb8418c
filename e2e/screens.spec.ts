import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { PORTAL_URL } from './portal';
import { DEMO_SERVICES, pageOf, refOf } from './services';
import { signInAs } from './signIn';

test('the sign-in page is accessible', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /Developer/ })).toBeVisible();
  await expectAccessible(page, 'body');
});

test.describe('screens of who runs the portal', () => {
  test.beforeEach(({ page }) => signInAs(page, 'Platform admin'));

  test('the quarantine shows what waits and is accessible', async ({
    page,
    request,
  }) => {
    const sent = await request.post(`${PORTAL_URL}/api/ingestion/reports`, {
      params: { entityRef: refOf('ledger-archiver-v2') },
      headers: { authorization: 'Bearer demo-ci-token' },
      data: { version: '2.1.0', runs: [] },
    });
    expect(await sent.json()).toMatchObject({ status: 'quarantined' });
    await page.goto('/ingestion/quarantine');
    await expect(
      page.getByRole('button', { name: 'Re-bind ledger-archiver-v2' }),
    ).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('screens of a developer', () => {
  test.beforeEach(({ page }) => signInAs(page, 'Developer'));

  const screens: [string, string, RegExp][] = [
    ['home', '/', /of 14 components/],
    ['the portfolio', '/scorecards?q=instant', new RegExp(DEMO_SERVICES.rated)],
    ['the overview of all', '/scorecards', /Where evidence is strong/],
    ['the definitions', '/scorecards/definitions', /Every file can be used/],
    [
      'a check in use',
      '/scorecards/definitions?check=code.vuln-contact',
      /Who asks for it/,
    ],
    ['the own page', '/catalog/default/user/bo.lin', /My next steps/],
    ['the campaigns', '/scorecards/campaigns', /exempt and unknown never/],
    [
      'a group',
      '/catalog/default/group/retail-payments/security/scorecard',
      /Weakest first/,
    ],
    ['all findings', '/findings', new RegExp(DEMO_SERVICES.rated)],
    ['the waivers', '/waivers', /nobody approves their own/],
    [
      'the advisory search',
      '/advisories?q=log4j-core+%3C+2.17',
      /Risk accepted|finding: risk accepted/i,
    ],
    [
      'the advisory search by id',
      '/advisories?q=DEMO-2026-0007',
      new RegExp(DEMO_SERVICES.rated),
    ],
    [
      'components without an SBOM',
      '/advisories?q=log4j-core&bucket=noSbom',
      /Not in our evidence/,
    ],
    ['what arrives', '/ingestion', /In quarantine now/],
    ['coverage', '/ingestion/coverage', /Only active counts as covered/],
    ['upload tokens', '/ingestion/tokens', /No token in what you may see/],
    [
      'what to put into a pipeline',
      `/ingestion/connect?entity=${refOf(DEMO_SERVICES.rated)}`,
      /npm install --global @synchrony\/cli/,
    ],
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
      'the inventory',
      pageOf(DEMO_SERVICES.rated, '/security/inventory'),
      /log4j-core/,
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

  test('a search leads to what a check asks', async ({ page }) => {
    const check = 'Says where to report a vulnerability';
    // The index is built half a minute after the start.
    await expect(async () => {
      await page.goto('/search?query=vulnerability');
      await expect(page.getByRole('link', { name: check })).toBeVisible({
        timeout: 5_000,
      });
    }).toPass({ timeout: 50_000 });
    await page.getByRole('link', { name: check }).click();
    await expect(page).toHaveURL(/definitions\?check=code.vuln-contact/);
    await expect(
      page.getByRole('complementary', { name: check }),
    ).toBeVisible();
  });

  test('an inventory leads to who else has a package', async ({ page }) => {
    await page.goto(pageOf(DEMO_SERVICES.rated, '/security/inventory?q=log4j'));
    await page.getByRole('link', { name: /log4j-core/ }).click();
    await expect(page).toHaveURL(/\/advisories\?q=.*log4j-core/);
    await expect(
      page.getByRole('heading', { name: /components affected/ }),
    ).toBeVisible();
  });

  test('the trend of findings has the same numbers as a table', async ({
    page,
  }) => {
    await page.goto(pageOf(DEMO_SERVICES.rated, '/security/findings'));
    await expect(
      page.getByRole('img', { name: /^Open findings from/ }),
    ).toBeVisible();
    await expect(page.getByText(/in time \(/)).toBeVisible();
    await page.getByRole('button', { name: 'Table' }).click();
    await expect(
      page.getByRole('region', { name: 'Open findings by day' }),
    ).toBeVisible();
    await expectAccessible(page);
  });

  test('a check leads to the rows behind it', async ({ page }) => {
    await page.goto(pageOf(DEMO_SERVICES.rated, '/security/scorecard'));
    await page.getByText(/^All \d/).click();
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

test('the health of ingestion shows its data and is accessible', async ({
  page,
}) => {
  await signInAs(page, 'AppSec lead');
  await page.goto('/ingestion/health');
  await expect(page.getByText('Finished, last hour')).toBeVisible();
  await expect(page.getByText('Load a file')).toBeVisible();
  await expectAccessible(page);
});
