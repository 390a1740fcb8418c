export { useGridKeys } from './useGridKeys';
