import { DigestSettings } from '@synchrony/backstage-plugin-champions-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The day of the digest that is to be sent now, `YYYY-MM-DD` in the zone of
 * the settings; undefined before the hour, and where there is none. A weekly
 * one that could not be sent on its day is sent on a later one.
 */
export function digestDay(
  { every, hour, timeZone, weekday }: DigestSettings,
  now: Date,
): string | undefined {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  }).formatToParts(now);
  const valueOf = (type: string) =>
    Number(parts.find(part => part.type === type)?.value);
  if (every === 'off' || valueOf('hour') < hour) {
    return undefined;
  }
  const today = Date.UTC(valueOf('year'), valueOf('month') - 1, valueOf('day'));
  const behind =
    every === 'weekly' ? (new Date(today).getUTCDay() - weekday + 7) % 7 : 0;
  return new Date(today - behind * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
