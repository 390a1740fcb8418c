export { TriagePanel } from './TriagePanel';
export { REASON_LABELS } from './words';
