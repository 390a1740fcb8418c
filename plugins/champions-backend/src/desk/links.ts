import { parseEntityRef } from '@backstage/catalog-model';

/** Where the desk stands in the portal. */
export const DESK_PATH = '/desk';

export function findingPath(id: string): string {
  return `/findings?${new URLSearchParams({ status: 'all', finding: id })}`;
}

export function waiverPath(id: string): string {
  return `/waivers?${new URLSearchParams({ waiver: id })}`;
}

export function reviewPath(id: string): string {
  return `/scorecards/reviews?${new URLSearchParams({ review: id })}`;
}

export function questionPath(id: string): string {
  return `${DESK_PATH}?${new URLSearchParams({ question: id })}`;
}

export function entityPath(entityRef: string, tab = ''): string {
  const { kind, name, namespace } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${path}${tab}`;
}
