/**
 * How many people cover 1, 2, 3, … teams, up to the most that one covers.
 *
 * @param people - who covers each team; a team each
 */
export function busFactor(
  people: readonly (string | number)[],
): { teams: number; people: number }[] {
  const teams = new Map<string | number, number>();
  for (const person of people) {
    teams.set(person, (teams.get(person) ?? 0) + 1);
  }
  const counts = [...teams.values()];
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return Array.from({ length: most }, (_, index) => ({
    teams: index + 1,
    people: counts.filter(count => count === index + 1).length,
  }));
}
