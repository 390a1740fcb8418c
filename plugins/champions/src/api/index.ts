export { championsApiRef } from './championsApiRef';
export * from './deskData';
export { FOLLOW } from './follow';
