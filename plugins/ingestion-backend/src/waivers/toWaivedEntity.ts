import { WaivedEntity } from './types';

const TIER = /^tier-([1-9])$/;

/** Without a tier it counts as the most critical. */
export function toWaivedEntity(
  entityRef: string,
  annotations: Record<string, string>,
): WaivedEntity {
  const criticality = annotations['synchrony.io/criticality'] ?? '';
  const [, digit] = TIER.exec(criticality) ?? [];
  return {
    entityRef,
    tier: digit === undefined ? 1 : Number(digit),
    tierKnown: digit !== undefined,
  };
}
