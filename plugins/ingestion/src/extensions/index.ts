export { ingestionApi, inventoryApi } from './api';
export { findingsCard, findingsSection } from './cards';
export {
  findingsContent,
  inventoryContent,
  reportsContent,
  waiversContent,
} from './contents';
export {
  activityTab,
  advisoriesPage,
  findingsPage,
  ingestionPage,
  waiversPage,
} from './page';
