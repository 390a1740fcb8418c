import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { findingsRouteRef } from '../../routes';

/**
 * Where the findings of a scope are listed, narrowed by a filter: of a
 * component on its page, of others with all that belongs to them; undefined
 * where there is no such list.
 */
export function useFindingsPath(
  scopeRef: string,
): (filter: Record<string, string>) => string | undefined {
  const findings = useRouteRef(findingsRouteRef)?.();
  const entityRoute = useRouteRef(entityRouteRef);
  const { kind, name, namespace } = parseEntityRef(scopeRef);
  return filter => {
    if (!findings) {
      return undefined;
    }
    if (kind !== 'component') {
      return `${findings}?${new URLSearchParams({ scope: scopeRef, ...filter })}`;
    }
    const page = entityRoute?.({ kind, name, namespace });
    return (
      page &&
      `${page}/security/findings?${new URLSearchParams({ groupBy: 'none', ...filter })}`
    );
  };
}
