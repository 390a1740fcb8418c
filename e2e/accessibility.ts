import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** The portal's own list of notifications, whose links only colour sets apart. */
const NOT_OF_THE_SUITE = 'a[href^="/notifications?id="]';

/** Cards of the catalog wait with a spinner that has no name. */
const LONGEST_WAIT_MS = 15_000;

/** Fails on WCAG 2.1 A and AA violations that stay in what the suite draws. */
export async function expectAccessible(page: Page, within = 'main') {
  await expect(page.locator(within).first()).toBeVisible();
  await expect(async () => {
    await expect(
      page.locator('.MuiCircularProgress-indeterminate'),
    ).toHaveCount(0);
    const { violations } = await new AxeBuilder({ page })
      .include(within)
      .exclude(NOT_OF_THE_SUITE)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(node => node.html.slice(0, 200)),
      })),
    ).toEqual([]);
  }).toPass({ timeout: LONGEST_WAIT_MS });
}
