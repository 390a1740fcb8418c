import { useRouteRef } from '@backstage/frontend-plugin-api';
import { TextLink } from '@synchrony/ui';
import { ReactNode } from 'react';
import { waiversRouteRef } from '../routes';

/** Leads to a waiver in the register; plain text where there is no register. */
export function WaiverLink(props: { id: string; children: ReactNode }) {
  const { children, id } = props;
  const register = useRouteRef(waiversRouteRef);
  return register ? (
    <TextLink href={`${register()}?${new URLSearchParams({ waiver: id })}`}>
      {children}
    </TextLink>
  ) : (
    <>{children}</>
  );
}
