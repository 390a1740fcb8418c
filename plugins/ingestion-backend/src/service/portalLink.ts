import { parseEntityRef } from '@backstage/catalog-model';

/** Where people read the findings of an entity. */
export function portalLink(
  portalUrl: string | undefined,
  entityRef: string,
): string {
  const { kind, name, namespace } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `${portalUrl?.replace(/\/+$/, '') ?? ''}/catalog/${path}/security/findings`;
}
