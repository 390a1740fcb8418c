export {
  formatAge,
  formatExactTime,
  formatRelativeTime,
  formatTimeOfDay,
  type TimeInput,
} from './formatTime';
export { formatDue } from './due';
export { freshnessOf, type FreshnessState } from './freshnessOf';
export { useNow } from './useNow';
export { RelativeTime, type RelativeTimeProps } from './RelativeTime';
export { Freshness, type FreshnessProps } from './Freshness';
export { DueCountdown, type DueCountdownProps } from './DueCountdown';
