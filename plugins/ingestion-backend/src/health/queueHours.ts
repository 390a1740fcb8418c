import { QueueHour } from '@synchrony/backstage-plugin-ingestion-common';

export const HOUR_MS = 60 * 60 * 1000;
const HOURS = 24;

/** Hours are counted from the first one that is shown; earlier ones are -1. */
export interface ReceivedGroup {
  hour: number;
  reports: number;
}

/** Reports that became final in an hour, by when they waited. */
export interface FinishedGroup {
  hour: number;
  /** Absent of reports from before these were kept. */
  queuedHour?: number;
  claimedHour?: number;
  reports: number;
  longestWaitMs?: number;
}

/** Reports that are in the queue now. */
export interface QueuedGroup {
  queuedHour: number;
  /** Absent while nobody works on them. */
  claimedHour?: number;
  reports: number;
}

/** What was read, each part up to a limit and the newest first. */
export interface QueueGroups {
  received: ReceivedGroup[];
  finished: FinishedGroup[];
  queued: QueuedGroup[];
}

/** When the first hour that is shown begins; the last is the current one. */
export function firstHour(now: number): number {
  return Math.floor(now / HOUR_MS) * HOUR_MS - (HOURS - 1) * HOUR_MS;
}

/**
 * The hours one by one. What was not read to its end is not known: such hours
 * have no number rather than one that is too small.
 */
export function toQueueHours(
  groups: QueueGroups,
  options: { since: number; limit: number },
): QueueHour[] {
  const { limit, since } = options;
  const receivedFrom = firstKnown(groups.received, limit);
  const finishedFrom = firstKnown(groups.finished, limit);
  const knowsQueue = sumOf(groups.queued) < limit;
  return Array.from({ length: HOURS }, (_, hour) => {
    const finished = groups.finished.filter(group => group.hour === hour);
    const longest = finished.flatMap(each => each.longestWaitMs ?? []);
    return {
      from: new Date(since + hour * HOUR_MS).toISOString(),
      ...(hour >= receivedFrom && {
        received: sumOf(groups.received.filter(group => group.hour === hour)),
      }),
      ...(hour >= finishedFrom && {
        finished: sumOf(finished),
        ...(longest.length > 0 && { longestWaitMs: Math.max(...longest) }),
        ...(knowsQueue && { waiting: waitingAfter(groups, hour) }),
      }),
    };
  });
}

/** The hours before, and the one in which the limit was reached, are cut. */
function firstKnown(
  groups: { hour: number; reports: number }[],
  limit: number,
) {
  return sumOf(groups) < limit
    ? 0
    : Math.min(...groups.map(({ hour }) => hour)) + 1;
}

function waitingAfter({ finished, queued }: QueueGroups, hour: number): number {
  const waited = finished.filter(
    ({ claimedHour, queuedHour }) =>
      queuedHour !== undefined &&
      claimedHour !== undefined &&
      queuedHour <= hour &&
      claimedHour > hour,
  );
  const waits = queued.filter(
    ({ claimedHour = HOURS, queuedHour }) =>
      queuedHour <= hour && claimedHour > hour,
  );
  return sumOf(waited) + sumOf(waits);
}

function sumOf(groups: { reports: number }[]): number {
  return groups.reduce((sum, { reports }) => sum + reports, 0);
}
