import { expect, Page } from '@playwright/test';

/** Signs in as one of the personas of the sign-in page, in a fresh browser session. */
export async function signInAs(page: Page, role: string) {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(role) }).click();
  await expect(page.getByRole('link', { name: 'Scorecards' })).toBeVisible();
}
