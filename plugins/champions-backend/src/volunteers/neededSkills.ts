/** What the catalog says of a component that a scope owns. */
export interface OwnedComponent {
  type?: string;
  /** Annotation `synchrony.io/runtime`. */
  runtime?: string;
  /** Annotation `synchrony.io/iac`. */
  hasIac: boolean;
}

/** Why a type of finding is to be expected in a scope. */
export type NeededSkills = ReadonlyMap<string, string>;

const SERVED = new Set(['service', 'website']);

/**
 * Which types of findings the components of a scope bring, with why. It goes by
 * what they are, never by what was found in them.
 */
export function neededSkills(
  components: readonly OwnedComponent[],
): NeededSkills {
  const needed = new Map<string, string>();
  const need = (why: string, ...findingTypes: string[]) =>
    findingTypes
      .filter(type => !needed.has(type))
      .forEach(type => needed.set(type, why));
  for (const { hasIac, runtime, type } of components) {
    if (SERVED.has(type ?? '')) {
      need('its services and websites', 'dast');
    }
    if (runtime === 'container') {
      need('its containers', 'container');
    }
    if (hasIac || runtime === 'serverless') {
      need('its infrastructure as code', 'iac');
    }
  }
  if (components.length > 0) {
    need('its code', 'sast', 'secret');
    need('its dependencies', 'sca');
  }
  return needed;
}
