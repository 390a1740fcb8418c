/**
 * Cuts a list into pieces that fit the number of bindings of one statement.
 *
 * @public
 */
export function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
