export {
  DEFAULT_FILTER,
  isFiltered,
  isGrouped,
  toQuery,
  writeFilter,
  type FindingsFilter,
} from './findingsFilter';
export { useFindingsAddress, type FindingsAddress } from './useFindingsAddress';
export { FilterBar } from './FilterBar';
export { useFacets } from './useFacets';
