/**
 * The back end of security scorecards.
 *
 * @packageDocumentation
 */
export { scorecardsPlugin as default } from './plugin';
export { scorecardsEntityAccess } from './permissions';
