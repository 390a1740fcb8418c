export {
  DAY_MS,
  DEFAULT_SLA_POLICY,
  dueOffsets,
  NEVER,
  SLA_CLASSES,
  slaClassOf,
  type SlaClass,
  type SlaPolicy,
} from './SlaPolicy';
