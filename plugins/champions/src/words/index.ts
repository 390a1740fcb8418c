export { ACTION_WORDS } from './actionWords';
export { ROLE_WORDS, roleInSentence, STATUS_WORDS } from './assignmentWords';
export {
  COVERAGE_WORDS,
  REASON_WORDS,
  SHORT_REASON_WORDS,
} from './coverageWords';
export {
  dayWords,
  lastDayOf,
  momentWords,
  monthAfter,
  monthWords,
  shortDayWords,
  weekdayWords,
} from './dayWords';
export { eventWords } from './eventWords';
export { SAMM_WORDS, tierName } from './programmeWords';
