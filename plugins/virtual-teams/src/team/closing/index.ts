export { ClosingTab } from './ClosingTab';
