import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { QueueHistory } from '@synchrony/backstage-plugin-ingestion-common';
import { firstHour, toQueueHours } from '../health';
import { QueueHistoryStore } from '../store/QueueHistoryStore';
import { AdminAccess } from './AdminAccess';

/** Of reports that came, and of those that became final. */
const MOST_READ = 100_000;

export interface QueueHistoryServiceOptions {
  queueHistories: QueueHistoryStore;
  admins: AdminAccess;
  clock: () => Date;
}

/** How the queue got on in the last 24 hours, for who runs ingestion. */
export class QueueHistoryService {
  readonly #options: QueueHistoryServiceOptions;

  constructor(options: QueueHistoryServiceOptions) {
    this.#options = options;
  }

  /** Throws `NotAllowedError`. */
  async get(credentials: BackstageCredentials): Promise<QueueHistory> {
    const { admins, clock, queueHistories } = this.#options;
    await admins.require(credentials);
    const now = clock().getTime();
    const since = firstHour(now);
    return {
      hours: toQueueHours(
        {
          received: await queueHistories.countReceived(since, MOST_READ),
          finished: await queueHistories.countFinished(since, MOST_READ),
          queued: await queueHistories.countQueued(since, now, MOST_READ),
        },
        { since, limit: MOST_READ },
      ),
      asOf: new Date(now).toISOString(),
    };
  }
}
