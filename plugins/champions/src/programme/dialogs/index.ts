export { MeetingDialog } from './MeetingDialog';
export { NominateDialog } from './NominateDialog';
export { VolunteerDialog } from './VolunteerDialog';
