export { ingestionApiRef } from './ingestionApiRef';
export { isForbidden } from './isForbidden';
export { useConcerns } from './concerns';
