export {
  CalendarFeeds,
  type CalendarFeedsOptions,
  type StoredCalendarFeed,
} from './CalendarFeeds';
