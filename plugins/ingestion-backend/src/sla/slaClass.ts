/** Worst first. */
export const TIERS = ['tier-1', 'tier-2', 'tier-3', 'tier-4'] as const;

/** Worst first. */
export const EXPOSURES = ['internet', 'partner', 'internal'] as const;

export type Tier = (typeof TIERS)[number];
export type Exposure = (typeof EXPOSURES)[number];

/** What due dates depend on of an entity; absent is not stated. */
export interface SlaClass {
  tier?: Tier;
  exposure?: Exposure;
}

function oneOf<T extends string>(
  words: readonly T[],
  text: string | undefined,
): T | undefined {
  return words.find(word => word === text);
}

/** As stored with the entity, e.g. `tier-1/internet` or `unknown/partner`. */
export function slaClassOf(annotations: Record<string, string>): string {
  const tier = oneOf(TIERS, annotations['synchrony.io/criticality']);
  const exposure = oneOf(EXPOSURES, annotations['synchrony.io/exposure']);
  return `${tier ?? 'unknown'}/${exposure ?? 'unknown'}`;
}

export function parseSlaClass(text: string): SlaClass {
  const [tier, exposure] = text.split('/');
  return { tier: oneOf(TIERS, tier), exposure: oneOf(EXPOSURES, exposure) };
}

/** All that {@link slaClassOf} can answer. */
export const SLA_CLASSES: readonly string[] = [...TIERS, 'unknown'].flatMap(
  tier => [...EXPOSURES, 'unknown'].map(exposure => `${tier}/${exposure}`),
);
