import { TeamsPage } from '@synchrony/backstage-plugin-virtual-teams-common';
import { TEAMS } from '../virtualTeams/teams';
import { DemoPortal } from './DemoPortal';
import { Verification } from './verify';

const CATCH_UP_MS = 60_000;
const INTERVAL_MS = 500;
const STATUSES = [
  'proposed',
  'forming',
  'active',
  'closing',
  'archived',
] as const;
/** Its review is overdue by more than the days after which a team counts as stale. */
const STALE = ['api-gateway-consolidation'];

function deviationsOf({ items }: TeamsPage): string[] {
  const pairs: [string, number, number][] = [
    ...STATUSES.map((status): [string, number, number] => [
      status,
      items.filter(team => team.status === status).length,
      TEAMS.filter(team => team.status === status).length,
    ]),
    ['stale', items.filter(team => team.isStale).length, STALE.length],
    [
      'with open roles',
      items.filter(({ openRoles }) => openRoles.length > 0).length,
      TEAMS.filter(({ roles = [] }) => roles.length > 0).length,
    ],
    [
      'members',
      items.reduce((sum, { memberCount }) => sum + memberCount, 0),
      TEAMS.filter(({ status }) => status !== 'archived').reduce(
        (sum, { members }) => sum + members.length,
        0,
      ),
    ],
  ];
  return pairs
    .filter(([, actual, expected]) => actual !== expected)
    .map(
      ([what, actual, expected]) =>
        `virtual teams, ${what}: ${actual} instead of ${expected}`,
    );
}

/** Counts the virtual teams, once the one that is stale is flagged. */
export async function verifyVirtualTeams(
  portal: DemoPortal,
): Promise<Verification> {
  const query = STATUSES.map(status => `status=${status}`).join('&');
  for (let waited = 0; ; waited += INTERVAL_MS) {
    const page = await portal.getAs<TeamsPage>(
      'appsec-lead',
      `/api/virtual-teams/teams?limit=100&${query}`,
    );
    const deviations = deviationsOf(page);
    if (deviations.length === 0 || waited >= CATCH_UP_MS) {
      return { deviations, line: `Virtual teams: ${page.items.length}` };
    }
    await portal.wait(INTERVAL_MS);
  }
}
