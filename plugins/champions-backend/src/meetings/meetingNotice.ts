import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { DESK_PATH } from '../desk/links';
import { StoredMeeting } from './types';

const TOPIC = 'champions.meeting';

export type MeetingNews = 'announced' | 'changed' | 'cancelled';

const WORDS: Record<MeetingNews, string> = {
  announced: 'Champions meet',
  changed: 'A meeting of champions changed',
  cancelled: 'A meeting of champions is cancelled',
};

const WHEN = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

/** News of a meeting take the place of earlier ones; the place is on the desk. */
export function meetingNotice(
  { id, startsAt, title }: StoredMeeting,
  news: MeetingNews,
): NotificationPayload {
  return {
    title: `${WORDS[news]}: ${title}`,
    description: WHEN.format(startsAt),
    link: DESK_PATH,
    severity: news === 'announced' ? 'low' : 'normal',
    topic: TOPIC,
    scope: `champion-meeting:${id}`,
  };
}
