import { CheckTeams } from '@synchrony/backstage-plugin-virtual-teams-common';
import { TeamsOnChecksProps } from '@synchrony/ui';

type CheckTeam = CheckTeams['items'][number];

/** Each team once that works on one of the checks, by title. */
export function teamsOn(
  items: CheckTeam[],
  { checkIds, platformRef }: TeamsOnChecksProps,
): { teamRef: string; title: string }[] {
  const titles = new Map(
    items
      .filter(
        team =>
          (!checkIds || checkIds.includes(team.checkId)) &&
          (!platformRef || team.platformRefs.includes(platformRef)),
      )
      .map(({ teamRef, title }) => [teamRef, title]),
  );
  return [...titles]
    .map(([teamRef, title]) => ({ teamRef, title }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}
