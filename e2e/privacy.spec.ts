import { APIRequestContext, expect, test } from '@playwright/test';
import { ask, personaToken } from './api';
import { DEMO_SERVICES, pageOf, refOf } from './services';
import { signInAs } from './signIn';

const SERVICE = DEMO_SERVICES.rated;
const ENTITY = `entities/default/component/${SERVICE}`;

/** Screens, each with what it answers to someone without rights. */
const SCREENS: [path: string, answer: RegExp][] = [
  [
    pageOf(SERVICE, '/security/scorecard'),
    /You can see the outcomes, not what stands behind them/,
  ],
  [
    pageOf(SERVICE, '/security/findings'),
    /You can see the level, not the findings/,
  ],
  [
    pageOf(SERVICE, '/security/reports'),
    /You can see the level, not the findings/,
  ],
  [
    pageOf(SERVICE, '/security/inventory'),
    /You can see the level, not the findings/,
  ],
  ['/advisories?q=log4j-core', /No component in what you may see/],
  ['/findings', /your teams own/],
  ['/ingestion', /No report in what you may see/],
];

/** Reasons of checks and titles, rules and places of findings of the service. */
async function whatOwnersSee(request: APIRequestContext): Promise<string[]> {
  const token = await personaToken(request, 'developer');
  const scorecard = await (
    await ask(request, `/scorecards/${ENTITY}`, token)
  ).json();
  const findings = await (
    await ask(request, `/ingestion/findings?entityRef=${refOf(SERVICE)}`, token)
  ).json();
  const secrets = [
    ...scorecard.scorecards[0].checks.map(
      (check: { reason: string }) => check.reason,
    ),
    ...findings.items.flatMap(
      (finding: {
        title: string;
        ruleId: string;
        location?: { path?: string };
      }) => [finding.title, finding.ruleId, finding.location?.path],
    ),
  ].filter(Boolean);
  expect(secrets.length).toBeGreaterThan(20);
  return secrets;
}

test.describe('someone without rights on a service', () => {
  test('sees its level, and no finding, count, evidence or plan on any screen', async ({
    page,
    request,
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

    const secrets = await whatOwnersSee(request);
    for (const [path, answer] of SCREENS) {
      await page.goto(path);
      // Nothing hidden can be proven before the page has said its own.
      await expect(page.getByText(answer).first()).toBeVisible();
      const shown = await page.locator('body').innerText();
      expect(secrets.filter(secret => shown.includes(secret))).toEqual([]);
      expect(shown).not.toContain('Gains add up');
    }
  });

  test('is told less than an owner, whose screen does show it', async ({
    page,
    request,
  }) => {
    const secrets = await whatOwnersSee(request);
    await signInAs(page, 'Developer');
    await page.goto(pageOf(SERVICE, '/security/findings'));
    await expect(page.getByText(/Suggested order/).first()).toBeVisible();
    await expect
      .poll(async () => {
        const shown = await page.locator('body').innerText();
        return secrets.filter(secret => shown.includes(secret)).length;
      })
      .toBeGreaterThan(10);
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
    const search = await ask(
      request,
      '/ingestion/inventory/components?package=log4j-core',
      token,
    );
    expect(await search.json()).toMatchObject({
      counts: { affected: 0, noSbom: 0, notAffected: 0 },
      owners: [],
      packages: [],
    });
    const activity = await ask(request, '/ingestion/activity', token);
    expect(await activity.json()).toMatchObject({ received: 0, entities: 0 });
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
