export { ingestionApi } from './api';
export { findingsCard, findingsSection } from './cards';
export { findingsContent, reportsContent, waiversContent } from './contents';
export { activityTab, findingsPage, ingestionPage, waiversPage } from './page';
