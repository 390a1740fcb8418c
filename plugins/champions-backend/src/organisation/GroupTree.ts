/** A group of the catalog, as the programme sees it. */
export interface OrganisationGroup {
  groupRef: string;
  title: string;
  type?: string;
  /** Usually one. */
  parents: string[];
  /** Who leads it, where its own annotation says so. */
  leadRef?: string;
}

/** What stands above what. A circle ends where it began. */
export class GroupTree {
  readonly #groups: ReadonlyMap<string, OrganisationGroup>;

  constructor(groups: readonly OrganisationGroup[]) {
    this.#groups = new Map(groups.map(group => [group.groupRef, group]));
  }

  get(groupRef: string): OrganisationGroup | undefined {
    return this.#groups.get(groupRef);
  }

  all(): OrganisationGroup[] {
    return [...this.#groups.values()];
  }

  /** A group and those above it, the nearest first. */
  upFrom(groupRef: string): string[] {
    const chain = new Set([groupRef]);
    for (const ref of chain) {
      this.#groups.get(ref)?.parents.forEach(parent => chain.add(parent));
    }
    return [...chain];
  }

  /** Who leads a group: its own lead, or the nearest above. */
  leadOf(groupRef: string): string | undefined {
    for (const ref of this.upFrom(groupRef)) {
      const leadRef = this.#groups.get(ref)?.leadRef;
      if (leadRef !== undefined) {
        return leadRef;
      }
    }
    return undefined;
  }

  /** What a team stands under: the nearest above that is no team. */
  platformOf(
    groupRef: string,
    teamTypes: readonly string[],
  ): string | undefined {
    return this.upFrom(groupRef)
      .slice(1)
      .find(ref => {
        const group = this.#groups.get(ref);
        return group && !teamTypes.includes(group.type ?? '');
      });
  }
}
