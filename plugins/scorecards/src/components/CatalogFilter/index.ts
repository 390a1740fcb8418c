export { SecurityLevelPicker } from './SecurityLevelPicker';
