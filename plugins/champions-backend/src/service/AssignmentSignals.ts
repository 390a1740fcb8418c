import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  AssignmentStatus,
  CHAMPIONS_SIGNAL_CHANNEL,
  ChampionsSignal,
  COUNTED_ASSIGNMENT_STATUSES,
  PUBLIC_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';
import { PeopleStore } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { StoredAssignment } from '../assignments/types';

interface Changed {
  before?: StoredAssignment;
  after: StoredAssignment;
}

function concernsAll(status: AssignmentStatus | undefined): boolean {
  return (
    status !== undefined &&
    (PUBLIC_ASSIGNMENT_STATUSES.includes(status) ||
      COUNTED_ASSIGNMENT_STATUSES.includes(status))
  );
}

/** Has open pages look again; of what nobody may know only the person hears. */
export class AssignmentSignals {
  readonly #options: {
    database: Knex;
    logger: LoggerService;
    people: PeopleStore;
    signals?: SignalsService;
  };

  constructor(options: {
    database: Knex;
    logger: LoggerService;
    people: PeopleStore;
    signals?: SignalsService;
  }) {
    this.#options = options;
  }

  async changed(changes: Changed[]): Promise<void> {
    const { database, logger, people, signals } = this.#options;
    if (!signals) {
      return;
    }
    try {
      const open = changes.filter(
        ({ after, before }) =>
          concernsAll(before?.status) || concernsAll(after.status),
      );
      const closed = changes.filter(change => !open.includes(change));
      const refs = await people.refsOf(
        database,
        closed.map(({ after }) => after.personId),
      );
      for (const { after } of open) {
        await signals.publish<ChampionsSignal>({
          recipients: { type: 'broadcast' },
          channel: CHAMPIONS_SIGNAL_CHANNEL,
          message: { scopeRef: after.scopeRef, version: after.version },
        });
      }
      for (const { after } of closed) {
        const userRef = refs.get(after.personId);
        if (userRef) {
          await signals.publish<ChampionsSignal>({
            recipients: { type: 'user', entityRef: userRef },
            channel: CHAMPIONS_SIGNAL_CHANNEL,
            message: { scopeRef: after.scopeRef, version: after.version },
          });
        }
      }
    } catch (error) {
      logger.warn(
        `Open pages learn of a change later: ${stringifyError(error)}`,
      );
    }
  }
}
