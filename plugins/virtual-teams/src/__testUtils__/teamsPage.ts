import {
  LIVE_TEAM_STATUSES,
  TeamFacet,
  TeamSummary,
  TeamsPage,
  TeamsQuery,
} from '@synchrony/backstage-plugin-virtual-teams-common';

function facets(values: string[]): TeamFacet[] {
  return [...new Set(values)].map(value => ({
    value,
    count: values.filter(each => each === value).length,
  }));
}

/** A page of teams as the service would answer it, in little. */
export function teamsPage(teams: TeamSummary[], query: TeamsQuery): TeamsPage {
  const { kind, limit = 50, mine, needsHelp, platform } = query;
  const words = query.q?.toLocaleLowerCase('en') ?? '';
  const statuses = query.status ?? LIVE_TEAM_STATUSES;
  const found = teams.filter(
    team =>
      `${team.title} ${team.outcome}`.toLocaleLowerCase('en').includes(words) &&
      statuses.includes(team.status) &&
      (!kind || team.kind === kind) &&
      (!platform || team.platformRefs.includes(platform)) &&
      (!needsHelp || team.openRoles.length > 0) &&
      (!mine || team.mine !== undefined),
  );
  const first = query.cursor ? Number(query.cursor) : 0;
  const next = first + limit;
  return {
    items: found.slice(first, next),
    totalItems: found.length,
    pageInfo: next < found.length ? { nextCursor: String(next) } : {},
    facets: {
      platforms: facets(teams.flatMap(({ platformRefs }) => platformRefs)),
      skills: [{ value: 'webauthn', count: 1 }],
      kinds: facets(teams.map(team => team.kind)),
      statuses: facets(teams.map(({ status }) => status)),
      needsHelp: teams.filter(({ openRoles }) => openRoles.length > 0).length,
      mine: teams.filter(team => team.mine).length,
    },
  };
}
