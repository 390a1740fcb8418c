/**
 * Virtual teams and expertise in the portal.
 *
 * @packageDocumentation
 */
export { virtualTeamsPlugin as default } from './plugin';
export { virtualTeamsApiRef } from './api';
