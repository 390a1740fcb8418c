export { ScorecardChoice } from './ScorecardChoice';
export { useChosenScorecard } from './useChosenScorecard';
export { withScorecard } from './withScorecard';
