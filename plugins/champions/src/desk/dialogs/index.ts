export { AnswerDialog } from './AnswerDialog';
export { AssignmentButtons } from './AssignmentButtons';
export { ProblemNote } from './ProblemNote';
