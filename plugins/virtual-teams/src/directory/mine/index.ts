export { MineTab } from './MineTab';
