export { ingestionApi } from './api';
export { findingsCard, findingsSection } from './cards';
export { findingsContent, reportsContent } from './contents';
export { findingsPage, ingestionPage } from './page';
