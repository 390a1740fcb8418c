import { parseEntityRef } from '@backstage/catalog-model';
import { EntityScoresPage } from '@synchrony/backstage-plugin-scorecards-common';
import { APIRequestContext, Browser, chromium } from '@playwright/test';
import {
  timeSecurityCard,
  watchSecurityCard,
} from '../frontend/timeSecurityCard';
import { milliseconds, number } from '../harness/numbers';
import { percentile } from '../harness/statistics';
import { Benchmark, Comparison } from '../harness/types';

/** Seconds after which the card should be usable. */
const REACH = 0.5;

/** The persona who looks. */
const PERSONA = { id: 'developer', title: /Developer/ };

/** The first page also fills the caches of the browser and of the portal. */
const WARM_UP = 2;

function toComparison(
  result: Pick<Comparison, 'beside' | 'met' | 'notes' | 'ours'>,
): Comparison {
  return {
    work: 'Security card, from the answer with the entity to usable',
    ratio: '–',
    reach: `p95 < ${milliseconds(REACH)}`,
    ...result,
  };
}

/** Addresses of components that have a level. */
async function findPages(
  request: APIRequestContext,
  portal: string,
  count: number,
): Promise<string[]> {
  const session = await request.get(`${portal}/api/auth/demo/refresh`, {
    headers: { 'x-synchrony-persona': PERSONA.id },
  });
  const { backstageIdentity } = await session.json();
  const answer = await request.get(
    `${portal}/api/scorecards/entities?orderBy=name&limit=${count}&level=bronze&level=silver&level=gold`,
    { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
  );
  const { items }: EntityScoresPage = await answer.json();
  return items.map(({ entityRef }) => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return `${portal}/catalog/${namespace}/${kind}/${name}`;
  });
}

async function timePages(
  browser: Browser,
  portal: string,
  count: number,
): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(portal);
  await page.getByRole('button', { name: PERSONA.title }).click();
  await page.getByRole('link', { name: 'Scorecards' }).waitFor();
  const pages = await findPages(page.request, portal, count + WARM_UP);
  await page.addInitScript(watchSecurityCard);
  const seconds: number[] = [];
  for (const url of pages) {
    seconds.push(await timeSecurityCard(page, url));
  }
  return seconds.slice(WARM_UP);
}

export const showSecurityCard: Benchmark = {
  name: 'card',
  title: 'The Security card in a browser',
  async run({ sizes }) {
    const portal = process.env.SYNCHRONY_BENCH_PORTAL;
    if (!portal) {
      return [
        toComparison({
          ours: 'not measured',
          beside: '',
          notes: [
            'Needs the demo portal with its reports (`npm start`, or built: `npm run start:production -- --config app-config.demo.yaml`), and its address in SYNCHRONY_BENCH_PORTAL.',
          ],
        }),
      ];
    }
    const browser = await chromium.launch({
      executablePath: process.env.SYNCHRONY_CHROMIUM || undefined,
      args: ['--no-sandbox'],
    });
    try {
      const seconds = await timePages(browser, portal, sizes.pages);
      const p95 = percentile(seconds, 0.95);
      return [
        toComparison({
          ours: `p50/p95 ${milliseconds(percentile(seconds, 0.5))}/${milliseconds(p95)}`,
          beside: `${number(seconds.length)} components`,
          met: p95 < REACH,
          notes: [
            'Each page is loaded anew. It ends with the first frame in which the card shows a level and its link; other cards of the page load at the same time.',
          ],
        }),
      ];
    } finally {
      await browser.close();
    }
  },
};
