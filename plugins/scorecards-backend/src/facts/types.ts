import { PushedFacts } from '@synchrony/backstage-plugin-scorecards-common';

/** One observation that was looked at for faults. */
export interface PushedItem extends PushedFacts {
  /** Lower-cased. */
  entityRef: string;
}

/** What is wrong with one item of a batch. */
export interface ItemProblem {
  item: number;
  entityRef?: string;
  /** Dotted, e.g. `facts.checks.branchProtection.score`; empty for the item. */
  field: string;
  message: string;
}

/** What every pushed observation has beside its facts, for rules to read. */
export const OBSERVATION_PROPERTIES = {
  observedAt: { type: 'string', format: 'date-time', title: 'Observed' },
  validUntil: { type: 'string', format: 'date-time', title: 'Counts until' },
};
