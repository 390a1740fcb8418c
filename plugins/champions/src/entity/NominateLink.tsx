import { useRouteRef } from '@backstage/frontend-plugin-api';
import { TextLink } from '@synchrony/ui';
import { programmeRouteRef } from '../routes';

/**
 * Leads to where somebody is nominated for a scope; nothing in a portal without
 * the page of the programme.
 */
export function NominateLink(props: { scopeRef: string; children: string }) {
  const programme = useRouteRef(programmeRouteRef)?.();
  return programme ? (
    <TextLink
      href={`${programme}/coverage?${new URLSearchParams({ nominate: props.scopeRef })}`}
      strong
    >
      {props.children}
    </TextLink>
  ) : null;
}
