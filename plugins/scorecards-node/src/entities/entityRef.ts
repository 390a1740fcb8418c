/**
 * Entity refs are stored and compared lower-cased.
 *
 * @public
 */
export function normalizeEntityRef(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}
