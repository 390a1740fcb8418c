export {
  checkDefinitionsApiRef,
  type CheckDefinitionsApi,
} from './checkDefinitionsApiRef';
export { FOLLOW } from './follow';
export * from './teamsData';
export { useKeysetPages } from './useKeysetPages';
export { virtualTeamsApiRef } from './virtualTeamsApiRef';
