/**
 * Security scorecards in the portal.
 *
 * @packageDocumentation
 */
export { scorecardsPlugin as default } from './plugin';
export { scorecardsApiRef } from './api';
