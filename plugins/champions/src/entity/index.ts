export { entityExtensions } from './extensions';
