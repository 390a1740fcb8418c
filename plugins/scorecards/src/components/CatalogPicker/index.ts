export { CatalogPicker } from './CatalogPicker';
export { RefListField } from './RefListField';
