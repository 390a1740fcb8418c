export { LivePanel } from './LivePanel';
export { Pager } from './Pager';
