import { createHash, randomBytes } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { CalendarFeed } from '@synchrony/backstage-plugin-champions-common';
import { requirePerson, ReaderOptions } from '../../access/requireReader';
import { buildCalendar } from '../../calendar/buildCalendar';
import { ChampionsContext } from '../../context';
import { AssignmentStore } from '../../store/AssignmentStore';
import { CalendarStore } from '../../store/desk/CalendarStore';

export interface CalendarServiceOptions
  extends
    ReaderOptions,
    Pick<ChampionsContext, 'clock' | 'database' | 'discovery' | 'people'> {
  calendars: CalendarStore;
  assignments: AssignmentStore;
}

/** Where feeds are read without signing in, below the plugin's address. */
export const FEED_PATH = '/calendar/feed';

/** 256 bits: nobody finds one by trying. */
const TOKEN_BYTES = 32;

/** The calendar of a champion, for calendar programmes that can't sign in. */
export class CalendarService {
  readonly #options: CalendarServiceOptions;

  constructor(options: CalendarServiceOptions) {
    this.#options = options;
  }

  async get(credentials: BackstageCredentials): Promise<CalendarFeed> {
    const { calendars, database, people } = this.#options;
    const { userRef } = await requirePerson(this.#options, credentials);
    const personId = await people.find(database, userRef);
    const createdAt =
      personId === undefined ? undefined : await calendars.createdAt(personId);
    return createdAt === undefined
      ? { exists: false }
      : { exists: true, createdAt: new Date(createdAt).toISOString() };
  }

  /** Makes a feed; an earlier address ends with it. */
  async create(credentials: BackstageCredentials): Promise<CalendarFeed> {
    const { calendars, clock, database, discovery, people } = this.#options;
    const { userRef } = await requirePerson(this.#options, credentials);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const createdAt = clock().getTime();
    await database.transaction(async tx => {
      const personId = await people.idOf(tx, userRef);
      await calendars.put(tx, { personId, tokenHash: hash(token), createdAt });
    });
    const baseUrl = await discovery.getExternalBaseUrl('champions');
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
      await calendars.remove(personId);
    }
  }

  /**
   * What a calendar programme reads. It is looked up by the hash, so that how
   * long it takes says nothing of how near a guess was.
   *
   * @throws NotFoundError for an address that is none
   */
  async feed(token: string): Promise<string> {
    const { assignments, calendars, clock, database, programme } =
      this.#options;
    const personId = await calendars.personOf(hash(token));
    if (personId === undefined) {
      throw new NotFoundError('There is no such calendar');
    }
    const live = await assignments.live(database, { personIds: [personId] });
    return buildCalendar({
      assignments: live,
      officeHours: programme.current().settings.officeHours,
      now: clock(),
    });
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
