import {
  CoverageReason,
  CoverageState,
} from '@synchrony/backstage-plugin-champions-common';

/** How well something is looked after, in a word or two. */
export const COVERAGE_WORDS: Record<CoverageState, string> = {
  covered: 'Covered',
  covered_thin: 'Covered thinly',
  at_risk: 'At risk',
  uncovered: 'No champion',
};

/** Why it is not covered well, in a sentence. */
export const REASON_WORDS: Record<CoverageReason, string> = {
  no_deputy: 'No deputy stands in when the champion is away.',
  too_many_scopes:
    'The champion helps more teams than the programme’s limit allows.',
  stepping_down: 'The champion steps down; a successor is needed.',
  lapsed: 'The champion’s term has lapsed.',
  no_primary: 'There are deputies, but no champion.',
  nobody: 'Nobody has agreed to help here yet.',
};

/** The same where there is room for a few words only. */
export const SHORT_REASON_WORDS: Record<CoverageReason, string> = {
  no_deputy: 'no deputy',
  too_many_scopes: 'one person for too many teams',
  stepping_down: 'the champion leaves',
  lapsed: 'lapsed, to be confirmed',
  no_primary: 'a deputy only',
  nobody: 'no champion',
};
