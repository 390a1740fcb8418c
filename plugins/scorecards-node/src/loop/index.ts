export { LeasedLoop, type LeasedLoopOptions } from './LeasedLoop';
