import { JsonObject } from '@backstage/types';
import { ErasurePreview } from '@synchrony/backstage-plugin-champions-common';

/** How much was erased, without any of it and without the name. */
export function auditMeta({ classes }: ErasurePreview): JsonObject {
  return {
    erased: classes.map(({ effect, rows, what }) => ({ what, rows, effect })),
  };
}
