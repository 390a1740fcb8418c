export {
  ReadableChart,
  type ChartPoint,
  type ReadableChartProps,
} from './ReadableChart';
export { useChartKeys } from './useChartKeys';
