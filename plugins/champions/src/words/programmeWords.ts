import { SammCoverage } from '@synchrony/backstage-plugin-champions-common';

/** The steps of SAMM's scale of coverage. */
export const SAMM_WORDS: Record<SammCoverage, string> = {
  none: 'None',
  some: 'Some',
  at_least_half: 'At least half',
  most_or_all: 'Most or all',
};

/** A tier as it is called on screen. */
export function tierName(tier: string): string {
  return tier === 'none' ? 'no tier' : tier;
}
