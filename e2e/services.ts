/** Services of the demo that the tests look at, by what they are good for. */
export const DEMO_SERVICES = {
  /** Owned by the developer's team, with evidence of every kind. */
  rated: 'instant-payments-api',
  /** Owned by the developer's team; only static analysis is missing for Silver. */
  almostSilver: 'settlement-engine',
} as const;

/** Ref of a demo service. */
export function refOf(name: string) {
  return `component:default/${name}`;
}

/** Path of a demo service's page. */
export function pageOf(name: string, content = '') {
  return `/catalog/default/component/${name}${content}`;
}
