export { roundTop } from './roundTop';
