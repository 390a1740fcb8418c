import { TeamSettings } from '@synchrony/backstage-plugin-virtual-teams-common';

const DAY_MS = 24 * 3600 * 1000;

/** How long an invitation or request stands, and when it is brought to mind. */
export function termsOf({
  answerDays,
  reminderDays,
}: Pick<TeamSettings, 'answerDays' | 'reminderDays'>): {
  answerMs: number;
  reminderMs: number;
} {
  return { answerMs: answerDays * DAY_MS, reminderMs: reminderDays * DAY_MS };
}
