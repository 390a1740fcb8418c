import {
  TeamCadence,
  TeamMilestone,
} from '@synchrony/backstage-plugin-virtual-teams-common';

const DAY_MS = 24 * 3600 * 1000;
const MEETINGS = 3;

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The next meeting days from a day on, by weekday and weeks between them. */
export function meetingDays(
  { everyWeeks, firstOn, weekday }: TeamCadence,
  from: string,
  count: number,
): string[] {
  const start = Date.parse(firstOn);
  const shift =
    (weekday - (((new Date(start).getUTCDay() + 6) % 7) + 1) + 7) % 7;
  const first = start + shift * DAY_MS;
  const step = everyWeeks * 7 * DAY_MS;
  const skipped = Math.max(0, Math.ceil((Date.parse(from) - first) / step));
  return Array.from({ length: count }, (_, index) =>
    dayOf(first + (skipped + index) * step),
  );
}

/** What lies ahead of a team that lives, the nearest first. */
export function milestonesOf(
  team: {
    cadence?: TeamCadence;
    reviewOn?: string;
    endsOn?: string;
  },
  today: string,
): TeamMilestone[] {
  const { cadence, endsOn, reviewOn } = team;
  const ahead: TeamMilestone[] = [
    ...(reviewOn
      ? [
          {
            on: reviewOn,
            title: 'Review of the charter',
            kind: 'review' as const,
          },
        ]
      : []),
    ...(endsOn
      ? [{ on: endsOn, title: 'The team ends', kind: 'end' as const }]
      : []),
    ...(cadence
      ? meetingDays(cadence, today, MEETINGS)
          .filter(on => endsOn === undefined || on <= endsOn)
          .map(on => ({ on, title: cadence.title, kind: 'meeting' as const }))
      : []),
  ];
  return ahead
    .filter(({ on }) => on >= today)
    .sort((one, other) => one.on.localeCompare(other.on));
}
