export { coverageApi, ingestionApi, quarantineApi } from './api';
export { findingsCard, findingsSection } from './cards';
export { findingsContent, reportsContent, waiversContent } from './contents';
export {
  activityTab,
  coverageTab,
  findingsPage,
  ingestionPage,
  quarantineTab,
  waiversPage,
} from './page';
