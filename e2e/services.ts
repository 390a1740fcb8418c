/** Services of the demo that the tests look at, by what they are good for. */
export const DEMO_SERVICES = {
  /** Owned by the developer's team, with evidence of every kind. */
  rated: 'instant-payments-api',
} as const;

/** Ref of a demo service. */
export function refOf(name: string) {
  return `component:default/${name}`;
}
