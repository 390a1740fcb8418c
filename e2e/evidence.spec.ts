import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { DEMO_SERVICES, pageOf } from './services';
import { signInAs } from './signIn';

const HISTORY = pageOf(DEMO_SERVICES.rated, '/security/scorecard?view=history');

test('an auditor takes an evidence pack along, and its hash is that of its bytes', async ({
  page,
}) => {
  await signInAs(page, 'Auditor');
  await page.goto(HISTORY);
  await page.getByRole('button', { name: 'Evidence pack…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Show the pack' }).click();
  await expect(dialog.getByText('Secure delivery').first()).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'JSON' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const [, pack, hash] =
    /^\{"pack":(.*),"sha256":"([0-9a-f]{64})"\}$/.exec(text) ?? [];
  expect(createHash('sha256').update(pack).digest('hex')).toBe(hash);
  await expect(dialog.getByText(hash)).toBeVisible();
  expect(JSON.parse(pack).entities).toHaveLength(1);
});

test('a chart is saved as a picture', async ({ page }) => {
  await signInAs(page, 'Developer');
  await page.goto(HISTORY);
  await expect(
    page.getByRole('heading', { name: 'Score and level' }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Evidence pack…' }),
  ).toBeHidden();
  const download = page.waitForEvent('download');
  await page
    .getByRole('group', { name: 'Export: Score and level' })
    .getByRole('button', { name: 'Export PNG' })
    .click();
  const bytes = readFileSync(await (await download).path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(5_000);
});
