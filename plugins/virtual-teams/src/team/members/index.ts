export { InviteDialog } from './InviteDialog';
export { JoinDialog } from './JoinDialog';
export { MembersCard } from './MembersCard';
export { MembersTab } from './MembersTab';
export { OpenSeats } from './OpenSeats';
