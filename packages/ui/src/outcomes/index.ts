export { outcomeLabel, type OutcomeName } from './outcome';
export { OutcomeMark, type OutcomeMarkProps } from './OutcomeMark';
export { OutcomeCount } from './OutcomeCount';
