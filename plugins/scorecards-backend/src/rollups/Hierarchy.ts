/** A tree of the catalog, which need not be one: circles do no harm. */
export class Hierarchy {
  readonly #parents = new Map<string, string[]>();

  constructor(edges: readonly { child_ref: string; parent_ref: string }[]) {
    for (const { child_ref: child, parent_ref: parent } of edges) {
      this.#parents.set(child, [...(this.#parents.get(child) ?? []), parent]);
    }
  }

  /** The ref and all above it, nearest first, each once. */
  lineage(ref: string): string[] {
    const seen = new Set([ref]);
    for (const each of seen) {
      for (const parent of this.#parents.get(each) ?? []) {
        seen.add(parent);
      }
    }
    return [...seen];
  }
}
