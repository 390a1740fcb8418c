export { QuarantineTab } from './QuarantineTab';
