export { gapExtensions } from './extensions';
