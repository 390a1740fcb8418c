export { NominateDialog } from './NominateDialog';
export { VolunteerDialog } from './VolunteerDialog';
