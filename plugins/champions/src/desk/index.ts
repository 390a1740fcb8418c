export { deskExtensions } from './extensions';
