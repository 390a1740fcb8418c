import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { PeopleStore } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { meetingNotice, MeetingNews } from '../../meetings/meetingNotice';
import { StoredMeeting } from '../../meetings/types';
import { MeetingStore } from '../../store/MeetingStore';

export interface MeetingNotifierOptions {
  database: Knex;
  logger: LoggerService;
  meetings: MeetingStore;
  notifications?: NotificationService;
  people: PeopleStore;
}

/** Tells who is invited; who does it knows already. */
export class MeetingNotifier {
  readonly #options: MeetingNotifierOptions;

  constructor(options: MeetingNotifierOptions) {
    this.#options = options;
  }

  async tell(
    meeting: StoredMeeting,
    news: MeetingNews,
    actorRef: string | undefined,
  ): Promise<void> {
    const { database, logger, meetings, notifications, people } = this.#options;
    try {
      const names = await people.refsOf(
        database,
        await meetings.invited(database, meeting),
      );
      const entityRef = [...names.values()]
        .filter(ref => ref !== actorRef)
        .sort();
      if (entityRef.length > 0) {
        await notifications?.send({
          recipients: { type: 'entity', entityRef },
          payload: meetingNotice(meeting, news),
        });
      }
    } catch (error) {
      logger.warn(
        `Champions were not told of a meeting: ${stringifyError(error)}`,
      );
    }
  }
}
