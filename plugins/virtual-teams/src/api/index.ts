export { FOLLOW } from './follow';
export { virtualTeamsApiRef } from './virtualTeamsApiRef';
