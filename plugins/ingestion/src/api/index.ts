export { coverageApiRef } from './coverageApiRef';
export { healthApiRef } from './healthApiRef';
export { ingestionApiRef } from './ingestionApiRef';
export { inventoryApiRef } from './inventoryApiRef';
export { quarantineApiRef } from './quarantineApiRef';
export { useConcerns } from './concerns';
export { type Problem, problemOf } from './problemOf';
export { useRequest } from './useRequest';
export { uploadTokensApiRef } from './uploadTokensApiRef';
