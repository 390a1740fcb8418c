import { useRouteRef } from '@backstage/frontend-plugin-api';
import { deskRouteRef } from '../../routes';

/** Where the brief of a scope and month is read and edited. */
export function useBriefPath(): (scopeRef: string, month: string) => string {
  const desk = useRouteRef(deskRouteRef)?.() ?? '';
  return (scopeRef, month) =>
    `${desk}?${new URLSearchParams({ brief: scopeRef, month })}`;
}
