export {
  toDay,
  workOutTrend,
  type TrendChange,
  type TrendInput,
} from './workOutTrend';
