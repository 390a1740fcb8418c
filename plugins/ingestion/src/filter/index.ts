export {
  DEFAULT_FILTER,
  isFiltered,
  toQuery,
  writeFilter,
  type FindingsFilter,
} from './findingsFilter';
export { useFindingsAddress, type FindingsAddress } from './useFindingsAddress';
export { FilterBar } from './FilterBar';
