/** A group of the catalog with what stands above it. */
export interface OrganisationGroup {
  groupRef: string;
  /** Usually one. */
  parents: readonly string[];
  /** Who leads it, where its own annotation says so. */
  leadRef?: string;
}

/** What stands above and below groups. A circle ends where it began. */
export class GroupTree {
  readonly #groups: ReadonlyMap<string, OrganisationGroup>;
  readonly #children = new Map<string, string[]>();

  constructor(groups: readonly OrganisationGroup[]) {
    this.#groups = new Map(groups.map(group => [group.groupRef, group]));
    for (const { groupRef, parents } of groups) {
      for (const parent of parents) {
        this.#children.set(parent, [
          ...(this.#children.get(parent) ?? []),
          groupRef,
        ]);
      }
    }
  }

  has(groupRef: string): boolean {
    return this.#groups.has(groupRef);
  }

  /** A group and all below it. */
  downFrom(groupRef: string): string[] {
    const found = new Set([groupRef]);
    for (const ref of found) {
      this.#children.get(ref)?.forEach(child => found.add(child));
    }
    return [...found];
  }

  /** Who leads a group and those above it, the nearest first. */
  leadsOf(groupRef: string): string[] {
    const chain = new Set([groupRef]);
    for (const ref of chain) {
      this.#groups.get(ref)?.parents.forEach(parent => chain.add(parent));
    }
    return [...chain].flatMap(ref => this.#groups.get(ref)?.leadRef ?? []);
  }
}
