import { TextLink } from '@synchrony/ui';
import { ReactNode } from 'react';

/** A number that opens its rows, where there is a list of them. */
export function Rows(props: { href?: string; children: ReactNode }) {
  return props.href ? (
    <TextLink href={props.href}>{props.children}</TextLink>
  ) : (
    <span>{props.children}</span>
  );
}
