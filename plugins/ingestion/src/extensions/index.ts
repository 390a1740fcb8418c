export {
  coverageApi,
  healthApi,
  ingestionApi,
  quarantineApi,
  uploadTokensApi,
} from './api';
export { findingsCard, findingsSection } from './cards';
export { findingsContent, reportsContent, waiversContent } from './contents';
export {
  activityTab,
  connectTab,
  coverageTab,
  findingsPage,
  healthTab,
  ingestionPage,
  quarantineTab,
  tokensTab,
  waiversPage,
} from './page';
