/** What clocks of a zone show, as if they were in UTC, in ms. */
function shownAt(moment: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(moment);
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

/**
 * The moment at which clocks of a zone show a time of a day, so that a meeting
 * stays at its time when clocks change.
 *
 * @param day - `YYYY-MM-DD`
 * @param time - `HH:MM`
 */
export function momentOf(day: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const offsetAt = (moment: number) => shownAt(moment, timeZone) - moment;
  return new Date(wanted - offsetAt(wanted - offsetAt(wanted)));
}
