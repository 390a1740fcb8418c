import { useRouteRef } from '@backstage/frontend-plugin-api';
import { TextLink } from '@synchrony/ui';
import { ReactNode } from 'react';
import { findingsRouteRef } from '../routes';

/** Leads to a finding among all; plain text where there is no such page. */
export function FindingLink(props: { id: string; children: ReactNode }) {
  const { children, id } = props;
  const findings = useRouteRef(findingsRouteRef);
  const query = new URLSearchParams({ status: 'all', finding: id });
  return findings ? (
    <TextLink href={`${findings()}?${query}`}>{children}</TextLink>
  ) : (
    <>{children}</>
  );
}
