export { DeskSide } from './DeskSide';
