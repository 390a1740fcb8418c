import type { ReportStatus } from './types';

/** What changes the status of a report. @public */
export const REPORT_EVENTS = [
  'arrive',
  'arriveEarly',
  'claim',
  'postpone',
  'hold',
  'release',
  'rebind',
  'process',
  'reject',
  'fail',
  'refuse',
  'discard',
] as const;

/** @public */
export type ReportEvent = (typeof REPORT_EVENTS)[number];

/** A step of a report. @public */
export interface ReportTransition {
  event: ReportEvent;
  /** Empty where it begins. */
  from: readonly ReportStatus[];
  to: ReportStatus;
  /** When it is taken. */
  when: string;
}

/**
 * All that can become of a report, one step an event. The stores that set a
 * status and the API's document read this table.
 *
 * @public
 */
export const REPORT_TRANSITIONS: readonly ReportTransition[] = [
  {
    event: 'arrive',
    from: [],
    to: 'received',
    when: 'its body is stored, and the catalog has its entity or does not answer',
  },
  {
    event: 'arriveEarly',
    from: [],
    to: 'quarantined',
    when: 'its body is stored, and the catalog says that there is no such entity',
  },
  {
    event: 'claim',
    from: ['received', 'processing'],
    to: 'processing',
    when: 'it is the oldest of its entity that waits, or whoever worked on it died',
  },
  {
    event: 'postpone',
    from: ['processing'],
    to: 'received',
    when: 'an attempt failed for another reason than the report, and another one follows',
  },
  {
    event: 'hold',
    from: ['processing'],
    to: 'quarantined',
    when: 'its entity is not in the catalog any more',
  },
  {
    event: 'release',
    from: ['quarantined'],
    to: 'received',
    when: 'its entity appeared, and the submitter may still write it',
  },
  {
    event: 'rebind',
    from: ['quarantined'],
    to: 'received',
    when: 'who runs ingestion said which entity it is for',
  },
  {
    event: 'process',
    from: ['processing'],
    to: 'processed',
    when: 'it was read, and applied unless a newer one was before',
  },
  {
    event: 'reject',
    from: ['processing'],
    to: 'rejected',
    when: 'it can not be read',
  },
  {
    event: 'fail',
    from: ['processing'],
    to: 'failed',
    when: 'the last attempt failed, although it may be right',
  },
  {
    event: 'refuse',
    from: ['quarantined'],
    to: 'rejected',
    when: 'its entity did not appear in time, or the submitter may not write it any more',
  },
  {
    event: 'discard',
    from: ['quarantined'],
    to: 'rejected',
    when: 'who runs ingestion said that nobody waits for it',
  },
];

/** The step that an event is. @public */
export function reportTransition(event: ReportEvent): ReportTransition {
  const transition = REPORT_TRANSITIONS.find(step => step.event === event);
  if (!transition) {
    throw new Error(`No step of a report is ${event}`);
  }
  return transition;
}
