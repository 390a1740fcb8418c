export { formatCsv, saveCsv } from './saveCsv';
