/**
 * Front end of security reports and findings.
 *
 * @packageDocumentation
 */
export { ingestionPlugin as default } from './plugin';
export {
  coverageApiRef,
  healthApiRef,
  ingestionApiRef,
  inventoryApiRef,
  quarantineApiRef,
  uploadTokensApiRef,
} from './api';
