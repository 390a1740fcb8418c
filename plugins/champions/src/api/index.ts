export { championsApiRef } from './championsApiRef';
export * from './deskData';
export { useIdentity } from './useIdentity';
export { useRequest, type Problem } from './useRequest';
