export { formatCsv, saveCsv } from './saveCsv';
export { saveText } from './saveText';
