export { problemOf, type Problem } from './problemOf';
export { useRequest } from './useRequest';
