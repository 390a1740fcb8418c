import { ProgrammeOverview } from '@synchrony/backstage-plugin-champions-common';
import { DEPUTIES, TEAM_TOTALS } from '../champions/programme';
import { DemoPortal } from './DemoPortal';
import { Verification } from './verify';

const CATCH_UP_MS = 60_000;
const INTERVAL_MS = 500;

function deviationsOf({
  deputyTeams,
  teams,
  totalTeams,
}: ProgrammeOverview): string[] {
  const all = Object.values(TEAM_TOTALS).reduce((sum, each) => sum + each, 0);
  const pairs: [string, number, number][] = [
    ['delivery teams', totalTeams, all],
    ['teams with a deputy', deputyTeams, DEPUTIES.length],
    ...Object.entries(TEAM_TOTALS).map(
      ([state, expected]): [string, number, number] => [
        `teams ${state}`,
        teams[state as keyof typeof TEAM_TOTALS],
        expected,
      ],
    ),
  ];
  return pairs
    .filter(([, actual, expected]) => actual !== expected)
    .map(
      ([what, actual, expected]) =>
        `champions, ${what}: ${actual} instead of ${expected}`,
    );
}

/** Counts the teams that have a champion, once those who lapse have lapsed. */
export async function verifyChampions(
  portal: DemoPortal,
): Promise<Verification> {
  for (let waited = 0; ; waited += INTERVAL_MS) {
    const overview = await portal.getAs<ProgrammeOverview>(
      'appsec-lead',
      '/api/champions/programme',
    );
    const deviations = deviationsOf(overview);
    if (deviations.length === 0 || waited >= CATCH_UP_MS) {
      const { teams, totalTeams } = overview;
      return {
        deviations,
        line: `Champions of ${totalTeams} teams: ${teams.covered + teams.covered_thin} covered, ${teams.at_risk} at risk, ${teams.pending} pending, ${teams.uncovered} without`,
      };
    }
    await portal.wait(INTERVAL_MS);
  }
}
