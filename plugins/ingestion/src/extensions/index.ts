export {
  coverageApi,
  entityScopesApi,
  healthApi,
  ingestionApi,
  inventoryApi,
  quarantineApi,
  reportUploadApi,
  uploadTokensApi,
} from './api';
export { checkWaiver, findingsCard, findingsSection } from './cards';
export {
  findingsContent,
  inventoryContent,
  reportsContent,
  waiversContent,
} from './contents';
export { quarantineCount } from './header';
export {
  activityTab,
  advisoriesPage,
  connectTab,
  coverageTab,
  findingsPage,
  healthTab,
  ingestionPage,
  quarantineTab,
  tokensTab,
  waiversPage,
} from './page';
