export {
  daysToFix,
  DueTables,
  toDueTable,
  vulnerabilityCode,
  type Answer,
  type DueTable,
  type Vulnerability,
} from './DueTable';
export { explainDue } from './explainDue';
export {
  DEFAULT_RISK_MATRIX,
  findInversion,
  riskIndex,
  withRows,
  type RiskMatrix,
  type RiskRow,
} from './riskMatrix';
export {
  EXPOSURES,
  parseSlaClass,
  SLA_CLASSES,
  slaClassOf,
  TIERS,
  type SlaClass,
} from './slaClass';
export {
  DAY_MS,
  DEFAULT_SLA_POLICY,
  NEVER,
  SLA_KINDS,
  type SlaCell,
  type SlaPolicy,
} from './SlaPolicy';
