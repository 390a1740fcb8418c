import { normalizeEntityRef } from '@synchrony/backstage-plugin-scorecards-node';
import { Request } from 'express';

/** The entity of a kind that `:namespace` and `:name` of the path name. */
function named(kind: string, { params }: Request): string {
  return normalizeEntityRef(`${kind}:${params.namespace}/${params.name}`);
}

export const teamRefOf = (request: Request) => named('group', request);
export const userRefOf = (request: Request) => named('user', request);
export const groupRefOf = (request: Request) => named('group', request);

/** The entity that `:namespace`, `:kind` and `:name` of the path name. */
export function entityRefOf({ params }: Request): string {
  const { kind, name, namespace } = params;
  return normalizeEntityRef(`${kind}:${namespace}/${name}`);
}
