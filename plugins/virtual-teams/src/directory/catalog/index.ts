export { CatalogTab } from './CatalogTab';
export { FaultsNote } from './FaultsNote';
