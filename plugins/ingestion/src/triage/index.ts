export { ActionForm } from './ActionForm';
export { TriagePanel } from './TriagePanel';
export { useUndoTimer } from './useUndoTimer';
export { REASON_LABELS, TRIAGE_LABELS } from './words';
