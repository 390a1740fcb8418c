export { AnswerDialog } from './AnswerDialog';
export { AssignmentButtons } from './AssignmentButtons';
export { ProblemNote } from './ProblemNote';
export { OverCapacityField } from './OverCapacityField';
