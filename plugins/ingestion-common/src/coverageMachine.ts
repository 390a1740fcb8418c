import type { ControlType } from './types';

/**
 * What is known of a control of an entity. Only `active` counts as covered;
 * `failing`, `stale`, `declared` and `missing` are unknown, each for another
 * reason. Most known first.
 *
 * @public
 */
export const COVERAGE_STATES = [
  'active',
  'failing',
  'stale',
  'declared',
  'missing',
  'not_applicable',
] as const;

/** @public */
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** What changes the state of a control. @public */
export const COVERAGE_EVENTS = [
  'declare',
  'withdraw',
  'exclude',
  'include',
  'scan',
  'age',
  'fail',
  'retire',
] as const;

/** @public */
export type CoverageEvent = (typeof COVERAGE_EVENTS)[number];

/** A step of a control. @public */
export interface CoverageTransition {
  event: CoverageEvent;
  from: readonly CoverageState[];
  to: CoverageState;
  /** When it is taken. */
  when: string;
}

/**
 * Successive scans of a control that failed until it counts as failing.
 *
 * @public
 */
export const FAILURES_UNTIL_FAILING = 3;

/**
 * Annotation by which an entity names the controls that its pipeline is going
 * to run, separated by commas, e.g. `sast, secret`.
 *
 * @public
 */
export const DECLARED_CONTROLS_ANNOTATION = 'synchrony.io/declared-controls';

/**
 * All that can become of a control. Once a report of it arrived, the catalog
 * alone changes its state no more: what scanned it is applicable.
 *
 * @public
 */
export const COVERAGE_TRANSITIONS: readonly CoverageTransition[] = [
  {
    event: 'declare',
    from: ['missing', 'not_applicable'],
    to: 'declared',
    when: `the entity names it in ${DECLARED_CONTROLS_ANNOTATION}`,
  },
  {
    event: 'withdraw',
    from: ['declared'],
    to: 'missing',
    when: 'the entity names it no more',
  },
  {
    event: 'exclude',
    from: ['missing'],
    to: 'not_applicable',
    when: 'a rule over the catalog says so and no report ever arrived',
  },
  {
    event: 'include',
    from: ['not_applicable'],
    to: 'missing',
    when: 'the rule over the catalog holds no more',
  },
  {
    event: 'scan',
    from: COVERAGE_STATES,
    to: 'active',
    when: 'a complete scan is newer than all before',
  },
  {
    event: 'age',
    from: ['active'],
    to: 'stale',
    when: 'the last complete scan is older than the cadence of the control',
  },
  {
    event: 'fail',
    from: COVERAGE_STATES,
    to: 'failing',
    when: `${FAILURES_UNTIL_FAILING} scans in a row failed`,
  },
  {
    event: 'retire',
    from: ['active', 'stale', 'failing'],
    to: 'missing',
    when: 'its only scan was retired; another one stands in with its own date',
  },
];

/** When a control is not applicable, in words for people. @public */
export const NOT_APPLICABLE_BECAUSE: Record<ControlType, string> = {
  sast: 'The catalog names no source repository',
  sca: 'The catalog names no source repository',
  secret: 'The catalog names no source repository',
  dast: 'A library does not run by itself',
  container: 'Annotation synchrony.io/runtime names no container',
  iac: 'No annotation synchrony.io/iac: "true"',
};
