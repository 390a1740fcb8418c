export { applyAction, toSubject } from './applyAction';
export { severityIn } from './adjustSeverity';
export type {
  RecordedAction,
  TriageChange,
  TriageCommand,
  TriagedFinding,
  TriageState,
} from './types';
export { undoAction } from './undoAction';
