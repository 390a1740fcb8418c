export { championsApiRef } from './championsApiRef';
