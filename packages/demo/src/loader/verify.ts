import { Organisation } from '../organisation';
import {
  essentialsLevelOf,
  EXPECTED_LEVELS,
  ExpectedLevel,
  levelOf,
  Standing,
} from '../reports/plan/levels';
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

/** What standings come to, by scorecard. */
const LEVEL_IN: Record<string, (standing: Standing) => ExpectedLevel> = {
  essentials: essentialsLevelOf,
  'secure-delivery': levelOf,
};

/** How many components have a level in a scorecard. */
export function expectedLevels(
  { standings }: DemoHistory,
  scorecard: string,
): Levels {
  const levels = Object.fromEntries(
    EXPECTED_LEVELS.map(level => [level, 0]),
  ) as Levels;
  for (const standing of standings.values()) {
    levels[LEVEL_IN[scorecard](standing)] += 1;
  }
  return levels;
}

async function waitForLevels(
  portal: DemoPortal,
  organisation: Organisation,
  scorecard: string,
  expected: Levels,
): Promise<Levels> {
  const owners = organisation.groups
    .filter(({ type }) => type === 'team')
    .map(({ name }) => `group:default/${name}`);
  for (let waited = 0; ; waited += INTERVAL_MS) {
    const { levels: found } = await portal.scores(scorecard, owners);
    const levels = Object.fromEntries(
      EXPECTED_LEVELS.map(level => [level, found[level]]),
    ) as Levels;
    if (
      waited >= CATCH_UP_MS ||
      EXPECTED_LEVELS.every(level => levels[level] === expected[level])
    ) {
      return levels;
    }
    await portal.wait(INTERVAL_MS);
  }
}

function describeLevels(levels: Levels): string {
  return EXPECTED_LEVELS.toReversed()
    .filter(level => levels[level] > 0)
    .map(level => `${levels[level]} ${level}`)
    .join(', ');
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

  const byScorecard: string[] = [];
  for (const scorecard of Object.keys(LEVEL_IN)) {
    const expected = expectedLevels(history, scorecard);
    const levels = await waitForLevels(
      portal,
      organisation,
      scorecard,
      expected,
    );
    for (const level of EXPECTED_LEVELS) {
      compare(`${scorecard}, ${level}`, levels[level], expected[level]);
    }
    byScorecard.push(`${scorecard}: ${describeLevels(levels)}`);
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
      `components by level in ${byScorecard.join('; in ')}; ` +
      `${inventories.length} SBOMs, ${affected} of them with log4j-core < 2.17`,
    deviations,
  };
}
