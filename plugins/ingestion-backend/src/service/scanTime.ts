import { ReportFaultError } from '../worker';

const TOLERANCE_MS = 5 * 60 * 1000;

/** Clocks differ a little; more than that is a fault of the report. */
export function isInFuture(scanTime: number, now: number): boolean {
  return scanTime > now + TOLERANCE_MS;
}

/** Throws when a report says that it was made after it was received. */
export function assertNotInFuture(scanTime: number, receivedAt: number): void {
  if (isInFuture(scanTime, receivedAt)) {
    throw new ReportFaultError({
      name: 'InputError',
      message: `The report says that it was made at ${new Date(scanTime).toISOString()}, more than 5 minutes in the future`,
      details: {},
    });
  }
}
