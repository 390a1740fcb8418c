/** Who has a role, for each entity; nobody where an entity is missing. */
export type RoleHolders = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Whether nobody but the requester has the role for all of these entities, so
 * that an approval in it could never be given.
 */
export function nobodyElseHolds(
  holders: RoleHolders,
  entityRefs: readonly string[],
  requester: string,
): boolean {
  const [first, ...rest] = entityRefs;
  if (first === undefined) {
    return false;
  }
  return ![...(holders.get(first) ?? [])].some(
    userRef =>
      userRef !== requester &&
      rest.every(ref => holders.get(ref)?.has(userRef)),
  );
}
