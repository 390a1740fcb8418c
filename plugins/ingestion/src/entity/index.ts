export { EntityFindings } from './EntityFindings';
export { EntityReports } from './EntityReports';
export { EntityWaivers } from './EntityWaivers';
