export { formatCount, formatNumber } from './formatCount';
export {
  formatGain,
  formatPercent,
  formatScore,
  formatScoreRange,
} from './formatScore';
