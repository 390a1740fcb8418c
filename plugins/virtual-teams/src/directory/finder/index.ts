export { FinderTab } from './FinderTab';
