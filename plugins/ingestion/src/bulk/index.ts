export { BulkBar } from './BulkBar';
export { SelectAllBox } from './SelectAllBox';
export { SelectBox } from './SelectBox';
export { useSelection, type Selection } from './useSelection';
