export { ComponentPicker } from './ComponentPicker';
