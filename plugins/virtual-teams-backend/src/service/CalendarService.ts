import { createHash, randomBytes } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  LIVE_TEAM_STATUSES,
  MEMBER_STATUSES,
  TeamCalendarFeed,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { ReaderOptions, requirePerson } from '../access/requireReader';
import { buildTeamCalendar } from '../calendar/buildTeamCalendar';
import { VirtualTeamsContext } from '../context';
import { CalendarStore } from '../store/CalendarStore';
import { MembershipStore } from '../store/MembershipStore';
import { TeamStore } from '../store/TeamStore';
import { teamPath } from '../teams/links';

export interface CalendarServiceOptions
  extends
    ReaderOptions,
    Pick<VirtualTeamsContext, 'clock' | 'database' | 'discovery' | 'people'> {
  calendars: CalendarStore;
  memberships: MembershipStore;
  teams: TeamStore;
}

/** Where feeds are read without signing in, below the plugin's address. */
export const FEED_PATH = '/calendar/feed';

/** 256 bits: nobody finds one by trying. */
const TOKEN_BYTES = 32;

/** The calendar of somebody's teams, for programmes that can't sign in. */
export class CalendarService {
  readonly #options: CalendarServiceOptions;

  constructor(options: CalendarServiceOptions) {
    this.#options = options;
  }

  async get(credentials: BackstageCredentials): Promise<TeamCalendarFeed> {
    const { calendars, database, people } = this.#options;
    const { userRef } = await requirePerson(this.#options, credentials);
    const personId = await people.find(database, userRef);
    const createdAt =
      personId === undefined
        ? undefined
        : await calendars.createdAt(database, personId);
    return createdAt === undefined
      ? { exists: false }
      : { exists: true, createdAt: new Date(createdAt).toISOString() };
  }

  /** Makes a feed; an earlier address ends with it. */
  async create(credentials: BackstageCredentials): Promise<TeamCalendarFeed> {
    const { calendars, clock, database, discovery, people } = this.#options;
    const { userRef } = await requirePerson(this.#options, credentials);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const createdAt = clock().getTime();
    await database.transaction(async tx => {
      const personId = await people.idOf(tx, userRef);
      await calendars.put(tx, { personId, tokenHash: hash(token), createdAt });
    });
    const baseUrl = await discovery.getExternalBaseUrl('virtual-teams');
    return {
      exists: true,
      url: `${baseUrl}${FEED_PATH}/${token}.ics`,
      createdAt: new Date(createdAt).toISOString(),
    };
  }

  async remove(credentials: BackstageCredentials): Promise<void> {
    const { calendars, database, people } = this.#options;
    const { userRef } = await requirePerson(this.#options, credentials);
    const personId = await people.find(database, userRef);
    if (personId !== undefined) {
      await calendars.remove(database, personId);
    }
  }

  /**
   * What a calendar programme reads. It is looked up by the hash, so that how
   * long it takes says nothing of how near a guess was.
   *
   * @throws NotFoundError for an address that is none
   */
  async feed(token: string): Promise<string> {
    const { calendars, clock, config, database } = this.#options;
    const { memberships, teams } = this.#options;
    const personId = await calendars.personOf(database, hash(token));
    if (personId === undefined) {
      throw new NotFoundError('There is no such calendar');
    }
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

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
