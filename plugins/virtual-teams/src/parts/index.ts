export { Card } from './Card';
export { Choice } from './Choice';
export { FormDialog } from './FormDialog';
export { numberOf } from './numberOf';
