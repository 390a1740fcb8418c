export { MeasureFields } from './MeasureFields';
export { MeasureScale } from './MeasureScale';
export { measureValues, typedValues } from './measureValues';
export { changeWords } from './changeWords';
