import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { PeopleStore } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { NoticeStore, StoredNotice } from '../store/NoticeStore';

export interface NoticeSenderOptions {
  database: Knex;
  logger: LoggerService;
  notifications?: NotificationService;
  notices: NoticeStore;
  people: PeopleStore;
  clock: () => Date;
}

const NOTICES_AT_A_TIME = 50;
const MOST_ATTEMPTS = 8;
const RETRY_MS = 60_000;

/** Sends what people are to be told, and tries again where it fails. */
export class NoticeSender {
  readonly #options: NoticeSenderOptions;

  constructor(options: NoticeSenderOptions) {
    this.#options = options;
  }

  async sendDue(): Promise<void> {
    const { clock, database, notices } = this.#options;
    const due = await notices.due(
      database,
      clock().getTime(),
      NOTICES_AT_A_TIME,
    );
    for (const notice of due) {
      await this.#handle(notice);
    }
  }

  async #handle(notice: StoredNotice): Promise<void> {
    const { clock, database, logger, notices } = this.#options;
    try {
      await this.#send(notice);
      await notices.remove(database, notice.id);
    } catch (error) {
      logger.warn(
        `A notification about a virtual team was not sent: ${stringifyError(error)}`,
      );
      await (notice.attempts + 1 < MOST_ATTEMPTS
        ? notices.postpone(
            database,
            notice.id,
            clock().getTime() + RETRY_MS * 2 ** notice.attempts,
          )
        : notices.remove(database, notice.id));
    }
  }

  async #send({ description, link, scope, title, to, topic }: StoredNotice) {
    const recipient = await this.#recipient(to);
    if (recipient === undefined) {
      return;
    }
    await this.#options.notifications?.send({
      recipients: { type: 'entity', entityRef: [recipient] },
      payload: { title, description, link, topic, scope },
    });
  }

  async #recipient(to: StoredNotice['to']): Promise<string | undefined> {
    if ('groupRef' in to) {
      return to.groupRef;
    }
    const { database, people } = this.#options;
    const ref = (await people.refsOf(database, [to.personId])).get(to.personId);
    return ref?.startsWith('user:') ? ref : undefined;
  }
}
