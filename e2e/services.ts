/** Services of the demo that the tests look at, by what they are good for. */
export const DEMO_SERVICES = {
  /** Owned by the developer's team, with evidence of every kind. */
  rated: 'instant-payments-api',
  /** Owned by the developer's team; only static analysis is missing for Silver. */
  almostSilver: 'settlement-engine',
} as const;

/**
 * Services of the developer's team that the demo of the tests sends no reports
 * of. Each is changed by one test alone.
 */
export const OWN_SERVICES = {
  exempt: 'payment-limits',
  pipeline: 'iso20022-codec',
  rebound: 'payment-replay-job',
  tokens: 'payment-event-schemas',
  triaged: 'liquidity-forecast',
  /** Of tier 2: AppSec approves waivers of high findings. */
  waived: 'payment-request-callbacks',
} as const;

/** Ref of a demo service. */
export function refOf(name: string) {
  return `component:default/${name}`;
}

/** Path of a demo service's page. */
export function pageOf(name: string, content = '') {
  return `/catalog/default/component/${name}${content}`;
}
