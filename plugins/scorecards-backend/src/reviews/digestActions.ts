/** An action of which its owner is told. */
export interface OwnedAction {
  ownerRef: string;
  dueDay: number;
}

/** What one person is told. */
export interface ActionDigest {
  count: number;
  /** The day of the first that is due. */
  firstDay: number;
}

/**
 * One digest a person, whether actions are theirs or their groups'.
 *
 * @param peopleOf - the people behind an owner
 */
export function digestActions(
  actions: readonly OwnedAction[],
  peopleOf: ReadonlyMap<string, readonly string[]>,
): Map<string, ActionDigest> {
  const digests = new Map<string, ActionDigest>();
  for (const { dueDay, ownerRef } of actions) {
    for (const person of new Set(peopleOf.get(ownerRef) ?? [])) {
      const known = digests.get(person);
      digests.set(person, {
        count: (known?.count ?? 0) + 1,
        firstDay: Math.min(known?.firstDay ?? dueDay, dueDay),
      });
    }
  }
  return digests;
}
