import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  ChampionMeeting,
  ChampionMeetings,
  MeetingAnnouncement,
  MeetingInput,
} from '@synchrony/backstage-plugin-champions-common';
import {
  Reader,
  ReaderOptions,
  requireCaptain,
  requireReader,
} from '../../access/requireReader';
import { ChampionsContext } from '../../context';
import { kindOf, SCOPE_KINDS } from '../../coverage/scopesOf';
import { MeetingNews } from '../../meetings/meetingNotice';
import { StoredMeeting } from '../../meetings/types';
import { MeetingStore } from '../../store/MeetingStore';
import { MeetingNotifier } from './MeetingNotifier';

const MINUTE_MS = 60_000;
const YEAR_MS = 366 * 24 * 60 * MINUTE_MS;
const MOST_SHOWN = 100;

export interface MeetingsServiceOptions
  extends
    ReaderOptions,
    Pick<
      ChampionsContext,
      'catalog' | 'clock' | 'database' | 'entities' | 'people'
    > {
  meetings: MeetingStore;
  notifier: MeetingNotifier;
}

/** Meetings that captains announce to champions. */
export class MeetingsService {
  readonly #options: MeetingsServiceOptions;

  constructor(options: MeetingsServiceOptions) {
    this.#options = options;
  }

  /** Those to which the caller is invited; captains see all. */
  async list(credentials: BackstageCredentials): Promise<ChampionMeetings> {
    const { catalog, clock, database, meetings, people } = this.#options;
    const reader = await requireReader(this.#options, credentials);
    const personId =
      reader.userRef === undefined
        ? undefined
        : await people.find(database, reader.userRef);
    const mayAnnounce = reader.isCaptain;
    if (!mayAnnounce && personId === undefined) {
      return { items: [], mayAnnounce };
    }
    const found = await meetings.upcoming(database, {
      now: clock().getTime(),
      limit: MOST_SHOWN,
      ...(!mayAnnounce && { personId }),
    });
    const shown = await catalog.filter(
      credentials,
      found.flatMap(({ scopeRef }) => scopeRef ?? []),
    );
    return {
      items: found.map(meeting => toView(meeting, reader, shown)),
      mayAnnounce,
    };
  }

  /** @throws NotAllowedError for who does not run the programme */
  async announce(
    credentials: BackstageCredentials,
    input: MeetingAnnouncement,
  ): Promise<ChampionMeeting> {
    const { clock, database, meetings, people } = this.#options;
    const reader = await requireCaptain(this.#options, credentials);
    const times = this.#timesOf(input);
    await this.#requireScope(credentials, input.scopeRef);
    const announcedBy =
      reader.userRef === undefined
        ? undefined
        : await people.idOf(database, reader.userRef);
    const meeting: StoredMeeting = {
      ...times,
      id: randomUUID(),
      title: input.title,
      place: input.place,
      scopeRef: input.scopeRef,
      announcedBy,
      announcedAt: clock().getTime(),
      isCancelled: false,
      version: 1,
    };
    await meetings.insert(database, meeting);
    return this.#told(meeting, 'announced', reader);
  }

  /** Whom it is for stays. */
  async change(
    credentials: BackstageCredentials,
    id: string,
    { version, ...input }: MeetingInput & { version: number },
  ): Promise<ChampionMeeting> {
    const reader = await requireCaptain(this.#options, credentials);
    const before = await this.#open(id, version);
    return this.#written(
      {
        ...before,
        ...this.#timesOf(input),
        title: input.title,
        place: input.place,
      },
      'changed',
      reader,
    );
  }

  async cancel(
    credentials: BackstageCredentials,
    id: string,
    version: number,
  ): Promise<ChampionMeeting> {
    const reader = await requireCaptain(this.#options, credentials);
    const before = await this.#open(id, version);
    return this.#written({ ...before, isCancelled: true }, 'cancelled', reader);
  }

  /** One that can still be changed, of the version that was read. */
  async #open(id: string, version: number): Promise<StoredMeeting> {
    const { clock, database, meetings } = this.#options;
    const meeting = await meetings.get(database, id);
    if (!meeting) {
      throw new NotFoundError(`No meeting ${id}`);
    }
    if (meeting.version !== version) {
      throw new ConflictError('The meeting changed since you read it');
    }
    if (meeting.isCancelled || meeting.endsAt <= clock().getTime()) {
      throw new ConflictError('The meeting is cancelled or over');
    }
    return meeting;
  }

  async #written(
    changed: StoredMeeting,
    news: MeetingNews,
    reader: Reader,
  ): Promise<ChampionMeeting> {
    const { database, meetings } = this.#options;
    const meeting = { ...changed, version: changed.version + 1 };
    if (!(await meetings.update(database, meeting))) {
      throw new ConflictError('The meeting changed since you read it');
    }
    return this.#told(meeting, news, reader);
  }

  async #told(
    meeting: StoredMeeting,
    news: MeetingNews,
    reader: Reader,
  ): Promise<ChampionMeeting> {
    await this.#options.notifier.tell(meeting, news, reader.userRef);
    return toView(meeting, reader, new Set([meeting.scopeRef]));
  }

  #timesOf({
    minutes,
    startsAt,
  }: MeetingInput): Pick<StoredMeeting, 'endsAt' | 'startsAt'> {
    const now = this.#options.clock().getTime();
    const start = Date.parse(startsAt);
    if (start <= now || start > now + YEAR_MS) {
      throw new InputError('startsAt: It lies ahead, by a year at most');
    }
    return { startsAt: start, endsAt: start + minutes * MINUTE_MS };
  }

  async #requireScope(
    credentials: BackstageCredentials,
    scopeRef: string | undefined,
  ): Promise<void> {
    const { catalog, entities } = this.#options;
    if (scopeRef === undefined) {
      return;
    }
    if (!SCOPE_KINDS.includes(kindOf(scopeRef))) {
      throw new InputError(
        'scopeRef: Name a group, system, domain or component',
      );
    }
    const isShown = (await catalog.filter(credentials, [scopeRef])).has(
      scopeRef,
    );
    if (!isShown || !(await entities.get([scopeRef])).get(scopeRef)) {
      throw new InputError(`scopeRef: There is no ${scopeRef}`);
    }
  }
}

/** A scope that the catalog hides from the reader is not named. */
function toView(
  meeting: StoredMeeting,
  { isCaptain }: Reader,
  shown: ReadonlySet<string | undefined>,
): ChampionMeeting {
  const { endsAt, id, isCancelled, place, scopeRef, startsAt, title, version } =
    meeting;
  return {
    id,
    title,
    startsAt: new Date(startsAt).toISOString(),
    minutes: (endsAt - startsAt) / MINUTE_MS,
    ...(place !== undefined && { place }),
    ...(scopeRef !== undefined && shown.has(scopeRef) && { scopeRef }),
    isCancelled,
    version,
    mayChange: isCaptain && !isCancelled,
  };
}
