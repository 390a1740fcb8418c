export { expertiseExtensions } from './extensions';
