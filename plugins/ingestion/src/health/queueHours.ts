import { QueueHour } from '@synchrony/backstage-plugin-ingestion-common';
import { formatCount, formatTimeOfDay } from '@synchrony/ui';
import { roundTop } from '../chart';

const HOUR_MS = 60 * 60 * 1000;

/** A round number that no hour exceeds, of which a half is whole. */
export function topOf(hours: QueueHour[]): number {
  const counts = hours.flatMap(
    ({ finished = 0, received = 0, waiting = 0 }) => [
      finished,
      received,
      waiting,
    ],
  );
  return roundTop(Math.max(0, ...counts));
}

/** Whether anything of the hour could be counted. */
export function isKnown(hour: QueueHour): boolean {
  return hour.received !== undefined || hour.finished !== undefined;
}

/** Hours in a row, by their places, of which it is known how many waited. */
export function waitingRuns(
  hours: QueueHour[],
): { index: number; waiting: number }[][] {
  const runs: { index: number; waiting: number }[][] = [];
  hours.forEach(({ waiting }, index) => {
    if (waiting === undefined) {
      return;
    }
    if (index === 0 || hours[index - 1].waiting === undefined) {
      runs.push([]);
    }
    runs.at(-1)?.push({ index, waiting });
  });
  return runs;
}

/** An hour as `14:00–15:00`, the last one as `since 14:00`. */
export function hourWords({ from }: QueueHour, isLast: boolean): string {
  const begin = formatTimeOfDay(from);
  return isLast
    ? `since ${begin}`
    : `${begin}–${formatTimeOfDay(Date.parse(from) + HOUR_MS)}`;
}

/** All of an hour in a sentence. */
export function describeHour(hour: QueueHour, isLast: boolean): string {
  const words = [
    hour.received === undefined
      ? 'received not known'
      : `${formatCount(hour.received, 'report')} received`,
    hour.finished === undefined
      ? 'finished not known'
      : `${hour.finished} finished`,
    hour.waiting === undefined
      ? 'waiting not known'
      : `${hour.waiting} waiting ${isLast ? 'now' : 'at its end'}`,
  ];
  return `${hourWords(hour, isLast)}: ${words.join(', ')}`;
}
