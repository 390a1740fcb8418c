import { stringifyEntityRef } from '@backstage/catalog-model';
import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Request } from 'express';

/** The person of `/people/{namespace}/{name}/…`. */
export function personRef({ params }: Request): string {
  return normalizeEntityRef(
    stringifyEntityRef({
      kind: 'User',
      namespace: params.namespace,
      name: params.name,
    }),
  );
}
