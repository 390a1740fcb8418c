import { basename } from 'node:path';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';

/** Where an entity is written; of a file on the server its name only. */
export function locationOf(
  annotations: Record<string, string> | undefined,
): string | undefined {
  const [, type, target] =
    /^(\w+):(.+)$/.exec(annotations?.[ANNOTATION_LOCATION] ?? '') ?? [];
  return type === 'file' ? basename(target) : target;
}
