export { TeamHead } from './TeamHead';
