export { ROLE_WORDS, STATUS_WORDS } from './assignmentWords';
export { COVERAGE_WORDS, REASON_WORDS } from './coverageWords';
export { dayWords, monthAfter, monthWords } from './dayWords';
