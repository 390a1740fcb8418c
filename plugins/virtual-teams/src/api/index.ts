export {
  checkDefinitionsApiRef,
  type CheckDefinitionsApi,
} from './checkDefinitionsApiRef';
export * from './catalogData';
export { FOLLOW } from './follow';
export * from './teamsData';
export { useKeysetPages } from './useKeysetPages';
export { virtualTeamsApiRef } from './virtualTeamsApiRef';
