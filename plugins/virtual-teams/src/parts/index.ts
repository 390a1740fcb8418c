export { Card } from './Card';
export { Choice } from './Choice';
export { FormDialog } from './FormDialog';
export { MembershipActionDialog } from './MembershipActionDialog';
export { numberOf } from './numberOf';
