export { ChartFrame, type Plot } from './ChartFrame';
