export { directoryExtensions } from './extensions';
