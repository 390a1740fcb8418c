import { buildOrganisation } from '../organisation';
import { buildReports } from '../reports/buildReports';
import { addInventories } from '../reports/inventories/addInventories';
import { planInventories } from '../reports/inventories/planInventories';
import { planHistory } from '../reports/plan/planHistory';
import { epssFile, kevFile } from '../reports/threats';
import { bringEvidence } from './bringEvidence';
import { startCampaign } from './campaign';
import { bringChampions } from './champions';
import { DemoPortal } from './DemoPortal';
import { LoadState, mark, readLoadState } from './markers';
import { sendReports, Surprise } from './sendReports';
import { verify } from './verify';
import { verifyChampions } from './verifyChampions';
import { verifyVirtualTeams } from './verifyVirtualTeams';
import { bringVirtualTeams } from './virtualTeams';
import { waitForCatalog } from './waitForCatalog';
import { requestWaivers } from './waivers';

const DAY_MS = 24 * 3600 * 1000;

/**
 * How and where to load the demo.
 *
 * @public
 */
export interface LoadDemoOptions {
  /** Base URL of the back end. */
  baseUrl: string;
  /** Default `demo-ci-token`. */
  ciToken?: string;
  /** Only used to read. Default `demo-admin-token`. */
  adminToken?: string;
  /** Of the register of tests. Default `demo-register-token`. */
  registerToken?: string;
  /** Names of components; all by default. */
  only?: string[];
  /** Told how it goes on, in lines for people. */
  log?: (line: string) => void;
  /** "Today" of the reports; the present by default. */
  now?: Date;
}

/**
 * What loading the demo did.
 *
 * @public
 */
export interface LoadDemoResult {
  /** Reports that were sent; 0 when all of them were there already. */
  sent: number;
  /** What is not as the demo's data says, in words. */
  deviations: string[];
}

function describeAge(loadedAt: Date, now: Date): string {
  const days = Math.floor((now.getTime() - loadedAt.getTime()) / DAY_MS);
  if (days < 1) {
    return 'Demo reports: all there';
  }
  return `Demo reports: all there, sent ${days} ${days === 1 ? 'day' : 'days'} ago; evidence ages as it does in life (delete the data folder for fresh ones)`;
}

function describeSurprise({ report, receipt }: Surprise): string {
  const why = receipt.error?.message ?? receipt.reason;
  return `report "${report.key}": ${receipt.status}${why ? ` (${why})` : ''} instead of ${report.outcome}`;
}

/** Reports progress every few seconds' worth of reports. */
function progressLogger(log: (line: string) => void) {
  let shown = 0;
  return (sent: number, total: number) => {
    const percent = Math.floor((sent / total) * 10) * 10;
    if (percent > shown) {
      shown = percent;
      log(
        `Demo reports: ${percent} % of ${total.toLocaleString('en-GB')} sent`,
      );
    }
  };
}

async function begin(
  portal: DemoPortal,
  state: LoadState,
  options: { now: Date; subset: string },
): Promise<Date> {
  if (state.anchor) {
    return state.anchor;
  }
  const anchor = new Date(Math.floor(options.now.getTime() / 1000) * 1000);
  await mark(portal, 'begun', { anchor, subset: options.subset });
  return anchor;
}

/**
 * Sends the demo's reports through the public API, unless they are there, and
 * returns when findings and levels can be seen.
 *
 * A second run sends nothing, also days later: evidence ages. A run after one
 * that was cut off sends what is missing.
 *
 * @public
 */
export async function loadDemo(
  options: LoadDemoOptions,
): Promise<LoadDemoResult> {
  const { only, log = () => {}, now = new Date() } = options;
  const portal = new DemoPortal({
    baseUrl: options.baseUrl,
    ciToken: options.ciToken ?? 'demo-ci-token',
    adminToken: options.adminToken ?? 'demo-admin-token',
    registerToken: options.registerToken ?? 'demo-register-token',
  });
  const organisation = buildOrganisation();
  const names = organisation.components.map(({ name }) => name);
  const unknown = only?.find(name => !names.includes(name));
  if (unknown) {
    throw new Error(`The demo has no component "${unknown}".`);
  }

  await waitForCatalog(portal, names, log);
  const subset = only ? [...only].sort().join(',') : 'all';
  const state = await readLoadState(portal, subset);
  if (state.loadedAt) {
    log(describeAge(state.loadedAt, now));
    return { sent: 0, deviations: [] };
  }

  const anchor = await begin(portal, state, { now, subset });
  const history = planHistory(organisation);
  const inventories = planInventories(organisation, history);
  const reports = addInventories(
    buildReports(organisation, history, anchor),
    inventories,
    anchor,
  );
  await portal.loadThreatFile('epss', epssFile(anchor));
  await portal.loadThreatFile('kev', kevFile(anchor));
  const chosen = new Map(
    [...reports].filter(([name]) => !only || only.includes(name)),
  );
  const sent = [...chosen.values()].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  const surprises = await sendReports(portal, chosen, progressLogger(log));
  const deviations = surprises.map(describeSurprise);
  await bringEvidence(portal, {
    organisation,
    history,
    inventories,
    isChosen: name => chosen.has(name),
    now: anchor,
  });
  await bringChampions(portal, names, now);
  await bringVirtualTeams(portal, now);
  await requestWaivers(portal, inventories, { now: anchor, only });
  if (!only) {
    const verification = await verify(
      portal,
      organisation,
      history,
      inventories,
    );
    log(verification.line);
    const champions = await verifyChampions(portal);
    log(champions.line);
    const virtualTeams = await verifyVirtualTeams(portal);
    log(virtualTeams.line);
    deviations.push(
      ...verification.deviations,
      ...champions.deviations,
      ...virtualTeams.deviations,
    );
    await startCampaign(portal, now);
  }
  await mark(portal, 'loaded', { anchor, subset });
  return { sent, deviations };
}
