export { HatchPattern, HatchedNote, hatchClassName } from './Hatch';
