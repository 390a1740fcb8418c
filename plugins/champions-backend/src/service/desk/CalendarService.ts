import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CalendarFeed } from '@synchrony/backstage-plugin-champions-common';
import { CalendarFeeds } from '@synchrony/backstage-plugin-scorecards-node';
import { requirePerson, ReaderOptions } from '../../access/requireReader';
import { buildCalendar } from '../../calendar/buildCalendar';
import { ChampionsContext } from '../../context';
import { AssignmentStore } from '../../store/AssignmentStore';
import { MeetingStore } from '../../store/MeetingStore';

export interface CalendarServiceOptions
  extends
    ReaderOptions,
    Pick<ChampionsContext, 'clock' | 'database' | 'discovery'> {
  calendars: CalendarFeeds;
  assignments: AssignmentStore;
  meetings: MeetingStore;
}

const MOST_MEETINGS = 100;

/** Where feeds are read without signing in, below the plugin's address. */
export const FEED_PATH = '/calendar/feed';

/** The calendar of a champion, for calendar programmes that can't sign in. */
export class CalendarService {
  readonly #options: CalendarServiceOptions;

  constructor(options: CalendarServiceOptions) {
    this.#options = options;
  }

  async get(credentials: BackstageCredentials): Promise<CalendarFeed> {
    const { userRef } = await requirePerson(this.#options, credentials);
    const feed = await this.#options.calendars.get(userRef);
    return feed ? { exists: true, ...feed } : { exists: false };
  }

  /** Makes a feed; an earlier address ends with it. */
  async create(credentials: BackstageCredentials): Promise<CalendarFeed> {
    const { calendars, discovery } = this.#options;
    const { userRef } = await requirePerson(this.#options, credentials);
    const { createdAt, token } = await calendars.create(userRef);
    const baseUrl = await discovery.getExternalBaseUrl('champions');
    return {
      exists: true,
      url: `${baseUrl}${FEED_PATH}/${token}.ics`,
      createdAt,
    };
  }

  async remove(credentials: BackstageCredentials): Promise<void> {
    const { userRef } = await requirePerson(this.#options, credentials);
    await this.#options.calendars.remove(userRef);
  }

  /**
   * What a calendar programme reads.
   *
   * @throws NotFoundError for an address that is none
   */
  async feed(token: string): Promise<string> {
    const { assignments, calendars, clock, database, meetings, programme } =
      this.#options;
    const now = clock();
    const personId = await calendars.personOf(token);
    const live = await assignments.live(database, { personIds: [personId] });
    return buildCalendar({
      assignments: live,
      officeHours: programme.current().settings.officeHours,
      meetings: await meetings.upcoming(database, {
        personId,
        now: now.getTime(),
        limit: MOST_MEETINGS,
      }),
      now,
    });
  }
}
