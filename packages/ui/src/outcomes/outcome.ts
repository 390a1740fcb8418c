/** @public */
export type OutcomeName =
  'pass' | 'fail' | 'unknown' | 'waived' | 'not_applicable' | 'needs_attention';

const LABELS: Record<OutcomeName, string> = {
  pass: 'Pass',
  fail: 'Fail',
  unknown: 'Unknown',
  waived: 'Waived',
  not_applicable: 'Not applicable',
  needs_attention: 'Needs attention',
};

/**
 * The word for an outcome.
 *
 * @public
 */
export function outcomeLabel(outcome: OutcomeName): string {
  return LABELS[outcome];
}
