export {
  DAY_MS,
  DEFAULT_SLA_POLICY,
  dueOffsets,
  NEVER,
  slaClassOf,
  type SlaClass,
  type SlaPolicy,
} from './SlaPolicy';
