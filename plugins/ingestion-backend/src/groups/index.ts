export { findCommonFix } from './findCommonFix';
export { decodeGroupId, encodeGroupId, type GroupKey } from './groupKey';
