import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { PORTAL_URL } from './portal';
import { DEMO_SERVICES, pageOf, refOf } from './services';
import { signInAs } from './signIn';

const GOLDEN_SARIF = path.resolve(
  __dirname,
  '../packages/report-parsers/src/formats/sarif-2.1.0/examples/references.sarif',
);

function upload(file: string, entityRef: string) {
  return execFileSync(
    process.execPath,
    [
      path.resolve(__dirname, '../packages/cli/bin/synchrony'),
      'upload',
      file,
      '--entity',
      entityRef,
      '--started-at',
      new Date().toISOString(),
    ],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        SYNCHRONY_URL: PORTAL_URL,
        SYNCHRONY_TOKEN: 'demo-ci-token',
      },
    },
  );
}

test('a report from a pipeline changes the level and the findings on open pages', async ({
  page,
  context,
}) => {
  const service = DEMO_SERVICES.almostSilver;
  await signInAs(page, 'Developer');
  await page.goto(pageOf(service));
  const ring = page.getByRole('main').getByRole('img', { name: /Bronze/ });
  await expect(ring).toBeVisible();

  const findings = await context.newPage();
  await signInAs(findings, 'Developer');
  await findings.goto(pageOf(service, '/security/findings'));
  const found = findings
    .getByText(/Example Analyzer/)
    .filter({ visible: true })
    .first();
  await expect(found).toBeHidden();

  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  expect(upload(GOLDEN_SARIF, refOf(service))).toMatch(/processed .* new/);

  await expect(
    page.getByRole('main').getByRole('img', { name: /Silver/ }),
  ).toBeVisible();
  await expect(found).toBeVisible();
  expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
});
