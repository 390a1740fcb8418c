export { decideGate, type GateDecision } from './decideGate';
export { findGaps } from './findGaps';
export { DEFAULT_POLICY_ID, type GatePolicy } from './policy';
export { readPolicies } from './readPolicies';
export {
  type GateQuestion,
  type GateScopes,
  selectScopes,
} from './selectScopes';
export type {
  EvidenceGap,
  GateEvidence,
  GateFinding,
  GateFindingCount,
  GateFindings,
} from './types';
