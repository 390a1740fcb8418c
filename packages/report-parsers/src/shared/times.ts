const TIME =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * A time as ISO 8601 in UTC. A time without zone means nothing on another
 * machine and is left out, unless the format says that its times are UTC.
 */
export function toIsoTime(
  value: unknown,
  options: { zoneless: 'utc' | 'unknown' } = { zoneless: 'unknown' },
): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const match = TIME.exec(text);
  if (!match || (!match[1] && options.zoneless === 'unknown')) return undefined;
  const time = new Date(match[1] ? text : `${text}Z`);
  // Year 1 is how Go writes "not set".
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1990
    ? undefined
    : time.toISOString();
}
