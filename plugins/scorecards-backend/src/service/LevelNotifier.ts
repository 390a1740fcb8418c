import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  LeasedLoop,
  Leases,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { digestPayload, immediatePayload } from '../notices/payloads';
import {
  NoticeSettings,
  PendingNotice,
  planNotices,
} from '../notices/planNotices';
import { NoticeStore } from '../store/NoticeStore';
import { ChampionDirectory } from './ChampionDirectory';
import { OwnerDirectory } from './OwnerDirectory';

export interface LevelNotifierOptions {
  database: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  notices: NoticeStore;
  owners: OwnerDirectory;
  /** Absent where nobody is champion of anything. */
  champions?: Pick<ChampionDirectory, 'championsOf'>;
  settings: NoticeSettings;
  /** The title of a scorecard. */
  titleOf: (scorecardId: string) => string;
  clock: () => Date;
}

const LOOK_MS = 30_000;
const BATCH = 5_000;

/**
 * Tells owners and champions that the level of their services changed, on one
 * replica. What
 * could not be sent is sent with the next round; what was sent and not yet
 * crossed off replaces itself, since its scope is the same.
 */
export class LevelNotifier {
  readonly #options: LevelNotifierOptions;
  readonly #loop: LeasedLoop;
  #isFailing = false;

  constructor(options: LevelNotifierOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'scorecards-notices',
      leases: new Leases(options),
      logger: options.logger,
      retryMs: LOOK_MS,
      run: async () => {
        await this.round();
        return LOOK_MS;
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** Tells what is to be told now. */
  async round(): Promise<void> {
    const { champions, clock, notices, owners, settings } = this.#options;
    const plan = planNotices(
      await notices.pending(BATCH, settings.immediateTiers),
      settings,
      await notices.digestDay(),
      clock().getTime(),
    );
    await notices.settle(plan.settled);
    const people = await owners.peopleOf([
      ...new Set([
        ...plan.digests.keys(),
        ...plan.immediate.flatMap(({ ownerRef }) => ownerRef ?? []),
      ]),
    ]);
    const helpers =
      (await champions?.championsOf([
        ...plan.digests.keys(),
        ...plan.immediate.map(({ entityRef }) => entityRef),
      ])) ?? new Map<string, string[]>();
    const told = (ownerRef: string, scopeRef: string) => [
      ...new Set([
        ...(people.get(ownerRef) ?? []),
        ...(helpers.get(scopeRef) ?? []),
      ]),
    ];
    for (const notice of plan.immediate) {
      await this.#tell(
        told(notice.ownerRef ?? '', notice.entityRef),
        immediatePayload(notice, this.#options.titleOf),
        [notice],
      );
    }
    if (plan.digestDay === undefined) {
      return;
    }
    let isDone = true;
    for (const [ownerRef, changes] of plan.digests) {
      const payload = digestPayload(
        ownerRef,
        changes,
        plan.digestDay,
        this.#options.titleOf,
      );
      const isSent = await this.#tell(
        told(ownerRef, ownerRef),
        payload,
        changes,
      );
      isDone &&= isSent;
    }
    if (isDone) {
      await notices.setDigestDay(plan.digestDay);
    }
  }

  async #tell(
    people: string[],
    payload: NotificationPayload,
    told: PendingNotice[],
  ): Promise<boolean> {
    const { logger, notices, notifications } = this.#options;
    try {
      if (people.length > 0) {
        await notifications.send({
          recipients: { type: 'entity', entityRef: people },
          payload,
        });
      }
    } catch (error) {
      if (!this.#isFailing) {
        logger.warn(
          `Changes of level are told later: ${stringifyError(error)}`,
        );
      }
      this.#isFailing = true;
      return false;
    }
    this.#isFailing = false;
    await notices.settle(told);
    return true;
  }
}
