import { createHash, randomBytes } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import { CalendarFeed } from '@synchrony/backstage-plugin-champions-common';
import { PersonAccess, UserCredentials } from '../../access/PersonAccess';
import { buildCalendar } from '../../calendar/buildCalendar';
import { ChampionsContext } from '../../context';
import { CalendarStore } from '../../store/desk/CalendarStore';
import { DeskStore } from '../../store/desk/DeskStore';

export interface CalendarServiceOptions extends Pick<
  ChampionsContext,
  'clock' | 'database' | 'discovery' | 'people' | 'programme'
> {
  persons: PersonAccess;
  calendars: CalendarStore;
  desks: DeskStore;
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

  async get(credentials: UserCredentials): Promise<CalendarFeed> {
    const { calendars, database, people, persons } = this.#options;
    const { userRef } = await persons.requireReader(credentials);
    const personId = await people.find(database, userRef);
    const createdAt =
      personId === undefined ? undefined : await calendars.createdAt(personId);
    return createdAt === undefined
      ? { exists: false }
      : { exists: true, createdAt: new Date(createdAt).toISOString() };
  }

  /** Makes a feed; an earlier address ends with it. */
  async create(credentials: UserCredentials): Promise<CalendarFeed> {
    const { calendars, clock, database, discovery, people, persons } =
      this.#options;
    const { userRef } = await persons.requireReader(credentials);
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

  async remove(credentials: UserCredentials): Promise<void> {
    const { calendars, database, people, persons } = this.#options;
    const { userRef } = await persons.requireReader(credentials);
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
    const { calendars, clock, desks, programme } = this.#options;
    const personId = await calendars.personOf(hash(token));
    if (personId === undefined) {
      throw new NotFoundError('There is no such calendar');
    }
    const rows = await desks.listAssignments(personId);
    return buildCalendar({
      assignments: rows.map(row => ({
        id: row.id,
        scopeRef: row.scope_ref,
        status: row.status,
        ...(row.next_confirm_at !== null && {
          nextConfirmAt: Number(row.next_confirm_at),
        }),
        ...(row.ends_at !== null && { endsAt: Number(row.ends_at) }),
      })),
      officeHours: programme.current().settings.officeHours,
      now: clock(),
    });
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
