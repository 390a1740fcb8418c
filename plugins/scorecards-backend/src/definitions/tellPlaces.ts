import { basename } from 'node:path';

/**
 * Writes a text that names files without the locations of the definitions: where
 * on a server or in which repository they lie is nobody's business.
 */
export function tellPlaces(
  locations: readonly string[],
): (text: string) => string {
  const longestFirst = locations.toSorted((a, b) => b.length - a.length);
  return text =>
    longestFirst.reduce(
      (told, location) =>
        told
          .replaceAll(`${location} `, '')
          .replaceAll(location, basename(location)),
      text,
    );
}
