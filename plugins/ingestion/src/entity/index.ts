export { EntityFindings } from './EntityFindings';
export { EntityReports } from './EntityReports';
