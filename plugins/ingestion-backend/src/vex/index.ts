export { decidePosition, type CountingStatement } from './decidePosition';
export { newestFirst, newestStatement } from './newestStatement';
export {
  ownNamesOf,
  VEX_PRODUCTS_ANNOTATION,
  withOwn,
  type OwnNames,
} from './ownProduct';
export { StatementMatcher } from './StatementMatcher';
export { isTrusted, type VexTrust } from './trust';
export { wordsOf } from './words';
export type {
  Match,
  Position,
  PositionChange,
  PositionOutcome,
  StatedFinding,
  StatedProduct,
  Statement,
  VexDocument,
} from './types';
