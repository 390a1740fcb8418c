export { MeetingsTab } from './MeetingsTab';
