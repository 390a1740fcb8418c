/** A ref and all below it, each once; a circle ends where it began. */
export function withDescendants(
  ref: string,
  children: ReadonlyMap<string, string[]>,
): string[] {
  const found = new Set([ref]);
  for (const parent of found) {
    children.get(parent)?.forEach(child => found.add(child));
  }
  return [...found];
}
