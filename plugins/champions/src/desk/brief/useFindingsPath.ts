import { parseEntityRef, RELATION_PARENT_OF } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { useLiveData } from '@synchrony/ui';
import { findingsRouteRef } from '../../routes';

const SLOW_POLL_MS = 15 * 60_000;

/** Findings are listed by their direct owner, so not over groups below it. */
function useOwnsAll(scopeRef: string): boolean {
  const catalog = useApi(catalogApiRef);
  const { kind } = parseEntityRef(scopeRef);
  return (
    useLiveData({
      key: scopeRef,
      load: async () => {
        if (kind !== 'group') {
          return false;
        }
        const group = await catalog.getEntityByRef(scopeRef);
        return (
          group !== undefined &&
          !group.relations?.some(({ type }) => type === RELATION_PARENT_OF)
        );
      },
      pollMs: SLOW_POLL_MS,
    }).value ?? false
  );
}

/**
 * Where the findings of a scope are listed, narrowed by a filter; undefined
 * where no list has exactly the findings that the brief counts.
 */
export function useFindingsPath(
  scopeRef: string,
): (filter: Record<string, string>) => string | undefined {
  const findings = useRouteRef(findingsRouteRef)?.();
  const entityRoute = useRouteRef(entityRouteRef);
  const ownsAll = useOwnsAll(scopeRef);
  const { kind, name, namespace } = parseEntityRef(scopeRef);
  return filter => {
    if (!findings) {
      return undefined;
    }
    if (kind === 'component' && entityRoute) {
      const page = entityRoute({ kind, name, namespace });
      return `${page}/security/findings?${new URLSearchParams({ groupBy: 'none', ...filter })}`;
    }
    return ownsAll
      ? `${findings}?${new URLSearchParams({ owner: scopeRef, ...filter })}`
      : undefined;
  };
}
