export { teamExtensions } from './extensions';
