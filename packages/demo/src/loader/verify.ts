import { coveredTeams } from '../champions/programme';
import { Organisation } from '../organisation';
import { ExpectedLevel, levelOf } from '../reports/plan/levels';
import { DemoHistory, OPEN_TOTALS } from '../reports/plan/planHistory';
import {
  DemoInventory,
  hasOldLog4j,
} from '../reports/inventories/planInventories';
import { DemoPortal } from './DemoPortal';

/** The component of this repository, whose findings are real. */
const REAL_COMPONENT = 'synchrony';
const CATCH_UP_MS = 60_000;
const INTERVAL_MS = 500;

type Levels = Record<ExpectedLevel, number>;

/** What scanners earn, but that Silver also asks for an active champion. */
function expectedLevels(
  { components }: Organisation,
  { standings }: DemoHistory,
): Levels {
  const covered = coveredTeams();
  const levels: Levels = { unrated: 0, none: 0, bronze: 0, silver: 0 };
  for (const { name, team } of components) {
    const earned = levelOf(standings.get(name)!);
    levels[earned === 'silver' && !covered.has(team) ? 'bronze' : earned] += 1;
  }
  return levels;
}

async function waitForLevels(
  portal: DemoPortal,
  organisation: Organisation,
  expected: Levels,
): Promise<Levels> {
  const owners = organisation.groups
    .filter(({ type }) => type === 'team')
    .map(({ name }) => `group:default/${name}`);
  for (let waited = 0; ; waited += INTERVAL_MS) {
    const { unrated, none, bronze, silver } = await portal.levels(owners);
    const levels = { unrated, none, bronze, silver };
    if (
      waited >= CATCH_UP_MS ||
      JSON.stringify(levels) === JSON.stringify(expected)
    ) {
      return levels;
    }
    await portal.wait(INTERVAL_MS);
  }
}

/** What the portal says of the demo, beside what it should say. */
export interface Verification {
  line: string;
  deviations: string[];
}

/** Counts through the API, once scorecards have caught up. */
export async function verify(
  portal: DemoPortal,
  organisation: Organisation,
  history: DemoHistory,
  inventories: DemoInventory[],
): Promise<Verification> {
  const deviations: string[] = [];
  const compare = (what: string, actual: number, expected: number) => {
    if (actual !== expected) {
      deviations.push(`${what}: ${actual} instead of ${expected}`);
    }
  };

  const expected = expectedLevels(organisation, history);
  const levels = await waitForLevels(portal, organisation, expected);
  for (const level of ['unrated', 'none', 'bronze', 'silver'] as const) {
    compare(`level ${level}`, levels[level], expected[level]);
  }

  const affected = await portal.affectedBy('log4j-core', '<2.17');
  compare(
    'components with log4j-core < 2.17',
    affected,
    inventories.filter(hasOldLog4j).length,
  );

  const real = await portal.summary(REAL_COMPONENT);
  const parts: string[] = [];
  let total = 0;
  for (const severity of ['critical', 'high', 'medium', 'low'] as const) {
    const { overdue, other } = OPEN_TOTALS[severity];
    const open = (await portal.openFindings(severity)) - real.open[severity];
    const late =
      (await portal.openFindings(severity, true)) - real.overdue[severity];
    compare(`open ${severity}`, open, overdue + other);
    compare(`overdue ${severity}`, late, overdue);
    parts.push(`${open} ${severity}${late ? ` (${late} overdue)` : ''}`);
    total += open;
  }

  return {
    line:
      `Larkhill Bank: ${total.toLocaleString('en-GB')} open findings: ${parts.join(', ')}; ` +
      `components by level: ${levels.silver} silver, ${levels.bronze} bronze, ${levels.none} none, ${levels.unrated} unrated; ` +
      `${inventories.length} SBOMs, ${affected} of them with log4j-core < 2.17`,
    deviations,
  };
}
