export { formExtensions } from './extensions';
