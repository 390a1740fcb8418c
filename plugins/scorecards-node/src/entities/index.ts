export {
  createEntityProjection,
  type EntityProjectionOptions,
} from './createEntityProjection';
export { normalizeEntityRef } from './entityRef';
export * from './types';
