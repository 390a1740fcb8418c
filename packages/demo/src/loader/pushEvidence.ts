import {
  MAX_PUSHED_ITEMS,
  PushedFacts,
} from '@synchrony/backstage-plugin-scorecards-common';
import { DemoPortal } from './DemoPortal';

/** Pushes the facts of one source; what the portal knows already stays. */
export async function pushEvidence(
  portal: DemoPortal,
  by: 'pipeline' | 'register',
  source: string,
  items: PushedFacts[],
): Promise<void> {
  for (let from = 0; from < items.length; from += MAX_PUSHED_ITEMS) {
    await portal.pushFacts(
      by,
      source,
      items.slice(from, from + MAX_PUSHED_ITEMS),
    );
  }
}
