export { applyAction, toSubject } from './applyAction';
export type {
  RecordedAction,
  TriageChange,
  TriageCommand,
  TriagedFinding,
  TriageState,
} from './types';
export { undoAction } from './undoAction';
