export { ActionForm } from './ActionForm';
export { TriagePanel } from './TriagePanel';
export { useUndoTimer } from './useUndoTimer';
export { TRIAGE_LABELS } from './words';
