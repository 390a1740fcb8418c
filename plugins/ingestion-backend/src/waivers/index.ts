export { decideWaiver, type WaiverOffer } from './decideWaiver';
export { describeTarget } from './describeTarget';
export { isAboutAdvisory } from './isAboutAdvisory';
export {
  DEFAULT_MATRIX,
  kevAtStake,
  requirementOf,
  severityAtStake,
  tierAtStake,
  type ApprovalLevel,
  type ApprovalMatrix,
  type WaiverStakes,
} from './matrix';
export {
  planEffects,
  type Acceptance,
  type OfferedFinding,
  type Release,
} from './planEffects';
export { recordAt } from './recordAt';
export { nobodyElseHolds, type RoleHolders } from './standIn';
export { dueSteps, nextStepAt, statusAt } from './timeline';
export { toWaivedEntity } from './toWaivedEntity';
export { NO_WAIVERS } from './types';
export type {
  EntityWaivers,
  FindingWaiverKind,
  MatchedFinding,
  StoredApproval,
  StoredWaiver,
  WaivedEntity,
  WaiverLogEntry,
} from './types';
