import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CalendarFeeds } from '@synchrony/backstage-plugin-scorecards-node';
import {
  LIVE_TEAM_STATUSES,
  MEMBER_STATUSES,
  TeamCalendarFeed,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { ReaderOptions, requirePerson } from '../access/requireReader';
import { buildTeamCalendar } from '../calendar/buildTeamCalendar';
import { VirtualTeamsContext } from '../context';
import { MembershipStore } from '../store/MembershipStore';
import { TeamStore } from '../store/TeamStore';
import { teamPath } from '../teams/links';

export interface CalendarServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'clock' | 'database' | 'discovery'> {
  calendars: CalendarFeeds;
  memberships: MembershipStore;
  teams: TeamStore;
}

/** Where feeds are read without signing in, below the plugin's address. */
export const FEED_PATH = '/calendar/feed';

/** The calendar of somebody's teams, for programmes that can't sign in. */
export class CalendarService {
  readonly #options: CalendarServiceOptions;

  constructor(options: CalendarServiceOptions) {
    this.#options = options;
  }

  async get(credentials: BackstageCredentials): Promise<TeamCalendarFeed> {
    const { userRef } = await requirePerson(this.#options, credentials);
    const feed = await this.#options.calendars.get(userRef);
    return feed ? { exists: true, ...feed } : { exists: false };
  }

  /** Makes a feed; an earlier address ends with it. */
  async create(credentials: BackstageCredentials): Promise<TeamCalendarFeed> {
    const { calendars, discovery } = this.#options;
    const { userRef } = await requirePerson(this.#options, credentials);
    const { createdAt, token } = await calendars.create(userRef);
    const baseUrl = await discovery.getExternalBaseUrl('virtual-teams');
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
    const { calendars, clock, config, database } = this.#options;
    const { memberships, teams } = this.#options;
    const personId = await calendars.personOf(token);
    const mine = await memberships.find(database, {
      personIds: [personId],
      statuses: MEMBER_STATUSES,
    });
    const stored = await teams.byIds(
      database,
      mine.map(({ teamId }) => teamId),
    );
    const appUrl = config.getOptionalString('app.baseUrl') ?? '';
    return buildTeamCalendar({
      teams: stored
        .filter(({ status }) => LIVE_TEAM_STATUSES.includes(status))
        .map(team => ({ ...team, url: `${appUrl}${teamPath(team.teamRef)}` })),
      now: clock(),
    });
  }
}
