export {
  createCatalogVisibility,
  type CatalogVisibilityOptions,
} from './createCatalogVisibility';
export {
  createEntityAccess,
  type EntityAccessOptions,
} from './createEntityAccess';
export { readerOf, type KnownCaller, type ReaderOfOptions } from './readerOf';
export { requirePermission } from './requirePermission';
export {
  createEntityAccessRules,
  type EntityAccessFilter,
  type EntityAccessResource,
  type EntityAccessResourceRef,
  type EntityAccessRules,
} from './rules';
export * from './types';
