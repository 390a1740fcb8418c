export { AdvisorySearch } from './AdvisorySearch';
