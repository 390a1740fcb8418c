export { ingestionApiRef } from './ingestionApiRef';
export { inventoryApiRef } from './inventoryApiRef';
export { isForbidden } from './isForbidden';
export { useConcerns } from './concerns';
