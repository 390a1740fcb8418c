export {
  holdLevel,
  type HeldLevel,
  type HoldLevelOptions,
  type Losing,
} from './holdLevel';
export { isAtLeast, levelProgress, levelRank, targetLevel } from './levels';
export { nextLevelPlan } from './nextLevelPlan';
export {
  gainOf,
  MINIMUM_EVIDENCE_PCT,
  roundForDisplay,
  scorePoints,
  scoreScorecard,
  scoreStage,
} from './scoreScorecard';
export { scoreTenths } from './scoreTenths';
export * from './types';
