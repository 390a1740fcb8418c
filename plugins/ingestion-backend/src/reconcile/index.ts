export { NONE } from './sides';
export { reconcile } from './reconcile';
export { isSuppressed, statusBySource } from './suppression';
export type {
  Candidate,
  Incoming,
  Reconciliation,
  ScanScope,
  StoredStatus,
} from './types';
