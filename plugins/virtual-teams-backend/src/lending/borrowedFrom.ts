import { GroupLending } from '@synchrony/backstage-plugin-virtual-teams-common';

/**
 * Teams that work on entities of a group. Entities that the reader does not see
 * do not count, and a team is absent where none is left.
 */
export function borrowedFrom(
  rows: readonly {
    teamRef: string;
    title: string;
    people: number;
    entityRef: string;
  }[],
  shown: ReadonlySet<string>,
): GroupLending['borrowedFrom'] {
  const teams = new Map<string, GroupLending['borrowedFrom'][number]>();
  for (const { entityRef, ...team } of rows) {
    if (shown.has(entityRef)) {
      const entities = (teams.get(team.teamRef)?.entities ?? 0) + 1;
      teams.set(team.teamRef, { ...team, entities });
    }
  }
  return [...teams.values()];
}
