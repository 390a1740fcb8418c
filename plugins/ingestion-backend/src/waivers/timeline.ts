import {
  EXPIRING_DAYS,
  WAIVER_TIME_TRANSITIONS,
  WaiverStatus,
  WaiverTimeTransition,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DAY_MS } from '../sla';
import { StoredWaiver, WaiverLogEntry } from './types';

type Times = Pick<StoredWaiver, 'status' | 'startsAt' | 'expiresAt'>;

/** A step that time makes. */
export interface WaiverStep {
  to: WaiverStatus;
  entry: WaiverLogEntry;
}

function next(
  times: Times,
): { transition: WaiverTimeTransition; at: number } | undefined {
  const { expiresAt, startsAt = 0, status } = times;
  const due: Partial<Record<WaiverTimeTransition['name'], number>> = {
    expire: expiresAt,
    activate: startsAt,
    warn: Math.max(startsAt, expiresAt - EXPIRING_DAYS * DAY_MS),
  };
  return WAIVER_TIME_TRANSITIONS.flatMap(transition => {
    const at = due[transition.name];
    return at !== undefined && transition.from.includes(status)
      ? [{ transition, at }]
      : [];
  })
    .sort((a, b) => a.at - b.at)
    .at(0);
}

/** When time changes the status next; undefined when it never does. */
export function nextStepAt(times: Times): number | undefined {
  return next(times)?.at;
}

/** The steps that were due by now, in order, however long nobody looked. */
export function dueSteps(times: Times, now: number): WaiverStep[] {
  const steps: WaiverStep[] = [];
  let current = times;
  for (
    let step = next(current);
    step !== undefined && step.at <= now;
    step = next(current)
  ) {
    const { at, transition } = step;
    steps.push({ to: transition.to, entry: { kind: transition.event, at } });
    current = { ...current, status: transition.to };
  }
  return steps;
}

/** Where a waiver stands now, also before anybody wrote it down. */
export function statusAt(times: Times, now: number): WaiverStatus {
  return dueSteps(times, now).at(-1)?.to ?? times.status;
}
