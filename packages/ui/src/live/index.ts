export {
  useLiveData,
  type LiveData,
  type LiveDataOptions,
} from './useLiveData';
export { type LiveState } from './liveState';
export {
  ChangeAnnouncement,
  type ChangeAnnouncementProps,
} from './ChangeAnnouncement';
export { LivePanel, type LivePanelProps } from './LivePanel';
