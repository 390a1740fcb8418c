export { problemOf, type Problem } from './problemOf';
export { useRequest } from './useRequest';
export { useStoredDraft } from './useStoredDraft';
