/**
 * Front end of security reports and findings.
 *
 * @packageDocumentation
 */
export { ingestionPlugin as default } from './plugin';
export {
  coverageApiRef,
  entityScopesApiRef,
  healthApiRef,
  ingestionApiRef,
  inventoryApiRef,
  quarantineApiRef,
  reportUploadApiRef,
  uploadTokensApiRef,
} from './api';
