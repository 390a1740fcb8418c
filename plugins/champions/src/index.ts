/**
 * Security champions in the portal.
 *
 * @packageDocumentation
 */
export { championsPlugin as default } from './plugin';
export { championsApiRef } from './api';
