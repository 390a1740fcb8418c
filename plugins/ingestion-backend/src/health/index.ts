export { durationFigures } from './durationFigures';
