export { MeasureFields } from './MeasureFields';
export { MeasureScale } from './MeasureScale';
export { areNumbers, measureValues, typedValues } from './measureValues';
export { changeWords } from './changeWords';
