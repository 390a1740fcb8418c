/**
 * Backstage backend for security reports and findings.
 *
 * @packageDocumentation
 */
export { ingestionPlugin as default } from './plugin';
