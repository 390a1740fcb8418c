/**
 * Front end of security reports and findings.
 *
 * @packageDocumentation
 */
export { ingestionPlugin as default } from './plugin';
export { ingestionApiRef, inventoryApiRef } from './api';
