export { CatalogPicker, type CatalogPickerProps } from './CatalogPicker';
export { DayField, type DayFieldProps } from './DayField';
export { RefListField, type RefListFieldProps } from './RefListField';
