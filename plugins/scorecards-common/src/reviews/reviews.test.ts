import { decideTransition, openActions } from '../campaigns';
import { REVIEW_ACTION_TRANSITIONS } from './actionMachine';
import {
  SCORECARD_REVIEW_ACTIONS,
  SCORECARD_REVIEW_STATUSES,
  SCORECARD_REVIEW_TRANSITIONS,
  ScorecardReviewStatus,
} from './reviewMachine';
import { summariseReview } from './summariseReview';
import { ReviewDecision, ReviewItem } from './types';

describe('the states of a scorecard review', () => {
  const steps = (status: ScorecardReviewStatus, mayRun: boolean) =>
    openActions(SCORECARD_REVIEW_TRANSITIONS, status, { mayRun });

  it('goes from planned over running to ended, or is cancelled', () => {
    expect(steps('planned', true)).toEqual(['start', 'cancel']);
    expect(steps('running', true)).toEqual(['end', 'cancel']);
    expect(steps('ended', true)).toEqual([]);
    expect(steps('cancelled', true)).toEqual([]);
  });

  it('lets nobody move it who may not run it', () => {
    for (const status of SCORECARD_REVIEW_STATUSES) {
      expect(steps(status, false)).toEqual([]);
      for (const action of SCORECARD_REVIEW_ACTIONS) {
        expect(
          decideTransition(SCORECARD_REVIEW_TRANSITIONS, status, action, {
            mayRun: false,
          }).kind,
        ).toBe('refused');
      }
    }
  });

  it('lets an action be done and opened again by those whose it is', () => {
    expect(
      openActions(REVIEW_ACTION_TRANSITIONS, 'open', { ownsOrRuns: true }),
    ).toEqual(['complete']);
    expect(
      openActions(REVIEW_ACTION_TRANSITIONS, 'done', { ownsOrRuns: true }),
    ).toEqual(['reopen']);
    expect(
      openActions(REVIEW_ACTION_TRANSITIONS, 'open', { ownsOrRuns: false }),
    ).toEqual([]);
  });
});

describe('summariseReview', () => {
  const item = (
    name: string,
    change: Partial<ReviewItem> = {},
  ): ReviewItem => ({
    entityRef: `component:default/${name}`,
    then: { level: 'bronze', failing: [] },
    now: { level: 'bronze' },
    isDiscussed: true,
    redacted: false,
    ...change,
  });
  const decision = (change: Partial<ReviewDecision>): ReviewDecision => ({
    id: 'd',
    reviewId: 'r',
    entityRef: 'component:default/a',
    kind: 'note',
    text: 'Agreed.',
    version: 1,
    createdBy: 'user:default/a',
    createdAt: '2026-11-26T09:00:00Z',
    steps: [],
    mayEdit: false,
    ...change,
  });

  it('adds up, and takes a lost scorecard for no rise', () => {
    expect(
      summariseReview(
        [
          item('a', { now: { level: 'gold' } }),
          item('b', { now: { level: 'none' } }),
          item('c', { now: undefined, isDiscussed: false }),
          item('d'),
        ],
        [
          decision({ kind: 'action', status: 'open' }),
          decision({ kind: 'action', status: 'done' }),
          decision({ kind: 'waiver' }),
        ],
      ),
    ).toEqual({
      items: 4,
      discussed: 3,
      skipped: 1,
      decisions: { action: 2, waiver: 1, note: 0 },
      actionsOpen: 1,
      actionsDone: 1,
      risen: 1,
      fallen: 2,
    });
  });
});
