export { csvCell, csvLine } from './csv';
