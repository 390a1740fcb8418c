import { Random } from '../random';
import { allAdvisories } from './weaknesses/advisories';

const STORY_LIKELIHOODS: Record<string, number> = {
  'DEMO-2026-0007': 0.62,
  'DEMO-2026-0031': 0.21,
};

/** Exploited, as the story of it has it. It is due no sooner for that. */
const EXPLOITED = 'DEMO-2026-0007';

function likelihoodOf(id: string): number {
  const random = new Random(`epss ${id}`);
  // Few of all advisories are ever exploited.
  return STORY_LIKELIHOODS[id] ?? Math.max(0.0004, random.next() ** 6 * 0.9);
}

/** EPSS of the demo's advisories, in FIRST's format. */
export function epssFile(now: Date): string {
  const rows = allAdvisories()
    .map(({ id }) => ({ id, epss: likelihoodOf(id) }))
    .sort((one, other) => one.epss - other.epss)
    .map(
      ({ epss, id }, index, { length }) =>
        `${id},${epss.toFixed(5)},${((index + 1) / length).toFixed(5)}`,
    );
  return [
    `#model_version:v2026.03.14,score_date:${now.toISOString().slice(0, 10)}T00:00:00+0000`,
    'cve,epss,percentile',
    ...rows,
    '',
  ].join('\n');
}

/** What is exploited, in CISA's format. */
export function kevFile(now: Date): string {
  const day = (ahead: number) =>
    new Date(now.getTime() + ahead * 24 * 3600 * 1000)
      .toISOString()
      .slice(0, 10);
  return JSON.stringify({
    title: 'Known exploited vulnerabilities at Larkhill Bank',
    catalogVersion: day(0).replaceAll('-', '.'),
    dateReleased: now.toISOString(),
    count: 1,
    vulnerabilities: [
      {
        cveID: EXPLOITED,
        vendorProject: 'Netty',
        product: 'netty-codec-http2',
        vulnerabilityName: 'Request smuggling over HTTP/2',
        dateAdded: day(-3),
        dueDate: day(4),
        knownRansomwareCampaignUse: 'Unknown',
      },
    ],
  });
}
