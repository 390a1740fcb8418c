export { durationFigures } from './durationFigures';
export {
  firstHour,
  toQueueHours,
  type FinishedGroup,
  type QueuedGroup,
  type ReceivedGroup,
} from './queueHours';
