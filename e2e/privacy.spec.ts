import { expect, test } from '@playwright/test';
import { ask, personaToken } from './api';
import { DEMO_SERVICES, pageOf, refOf } from './services';
import { signInAs } from './signIn';

const SERVICE = DEMO_SERVICES.rated;
const ENTITY = `entities/default/component/${SERVICE}`;

test.describe('someone without rights on a service', () => {
  test('sees its level, and no finding, count, evidence or plan on any screen', async ({
    page,
  }) => {
    await signInAs(page, 'Release train engineer');

    await page.goto(pageOf(SERVICE));
    const main = page.getByRole('main');
    await expect(
      main.getByRole('img', { name: /Bronze|Silver|No level/ }),
    ).toBeVisible();
    await expect(
      main.getByText(/You can see the level, not the findings/),
    ).toBeVisible();
    await expect(main.getByText(/Next steps/)).toBeHidden();
    await expect(main.getByText(/Open findings/)).toBeHidden();
    await expect(main.getByText(/overdue/)).toBeHidden();

    for (const path of [
      pageOf(SERVICE, '/security/scorecard'),
      pageOf(SERVICE, '/security/findings'),
      pageOf(SERVICE, '/security/reports'),
      '/findings',
    ]) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.getByText(/CodeQL|Gitleaks|Gains add up/)).toHaveCount(
        0,
      );
      await expect(page.getByText(/DEMO-20\d\d-\d+/)).toHaveCount(0);
    }
  });

  test('gets nothing more from the endpoints', async ({ request }) => {
    const token = await personaToken(request, 'rte');

    const scorecard = await (
      await ask(request, `/scorecards/${ENTITY}`, token)
    ).json();
    const [essentials] = scorecard.scorecards;
    expect(essentials.level).toMatch(/bronze|silver|none/);
    expect(essentials).not.toHaveProperty('plan');
    expect(essentials).not.toHaveProperty('planResult');
    expect(essentials).not.toHaveProperty('nextLevelProgress');
    for (const check of essentials.checks) {
      for (const hidden of ['reason', 'evidence', 'gain']) {
        expect(check).not.toHaveProperty(hidden);
      }
    }

    const summary = await ask(request, `/ingestion/${ENTITY}/summary`, token);
    expect(summary.status()).toBe(403);
    const list = await ask(
      request,
      `/ingestion/findings?entityRef=${refOf(SERVICE)}`,
      token,
    );
    expect(list.status() === 403 || (await list.json()).totalItems === 0).toBe(
      true,
    );
    const all = await (await ask(request, '/ingestion/findings', token)).json();
    expect(all).toMatchObject({ items: [], totalItems: 0 });
    const reports = await ask(
      request,
      `/ingestion/reports?entityRef=${refOf(SERVICE)}`,
      token,
    );
    expect(
      reports.status() === 403 || (await reports.json()).totalItems === 0,
    ).toBe(true);
    const facts = await ask(request, '/ingestion/scorecard-facts', token);
    expect(facts.status()).toBe(403);
  });

  test('cannot open a finding by its id', async ({ request }) => {
    const owner = await personaToken(request, 'developer');
    const { items } = await (
      await ask(
        request,
        `/ingestion/findings?entityRef=${refOf(SERVICE)}`,
        owner,
      )
    ).json();
    expect(items.length).toBeGreaterThan(0);
    const stranger = await personaToken(request, 'rte');
    const forbidden = await ask(
      request,
      `/ingestion/findings/${items[0].id}`,
      stranger,
    );
    const unknown = await ask(
      request,
      '/ingestion/findings/00000000-0000-4000-8000-000000000000',
      stranger,
    );
    expect(forbidden.status()).toBe(404);
    expect(unknown.status()).toBe(404);
  });
});
