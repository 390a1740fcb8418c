/**
 * Backend of security champions.
 *
 * @packageDocumentation
 */
export { championsPlugin as default } from './plugin';
export { championsEntityAccess } from './permissions';
export { championsAssignmentAccess } from './search/assignmentAccess';
