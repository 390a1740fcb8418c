import { ReactNode } from 'react';
import { PanelNotice } from './PanelNotice';

/**
 * Part of the evidence is missing or stale: names it, on hatching.
 *
 * @public
 */
export function PanelPartial(props: { children: ReactNode }) {
  return <PanelNotice tone="unknown">{props.children}</PanelNotice>;
}
