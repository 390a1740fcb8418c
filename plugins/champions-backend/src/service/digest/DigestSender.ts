import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  LeasedLoop,
  Leases,
  PeopleStore,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { daysBetween, digestDay } from '../../digest/digestDay';
import { digestNotice } from '../../digest/digestNotice';
import { ProgrammeSource } from '../../programme/ProgrammeSource';
import { DigestStore, LastDigest } from '../../store/digest/DigestStore';
import { DigestReader } from './DigestReader';

const LOOK_MS = 60_000;
const LOST_AFTER_MS = 10 * 60_000;
/** Days after which the same is said once more. */
const REPEAT_DAYS = 7;

export interface DigestSenderOptions {
  database: Knex;
  digests: DigestStore;
  logger: LoggerService;
  notifications?: NotificationService;
  people: PeopleStore;
  programme: ProgrammeSource;
  reader: Pick<DigestReader, 'read'>;
  clock: () => Date;
}

/** People who are told the same. */
interface Alike {
  content: string;
  payload: NotificationPayload;
  people: { id: number; userRef: string }[];
}

/**
 * Sends everybody at most one digest a day, on one replica. Each is noted
 * before it is sent: who dies in between leaves it unsent, and no restart and
 * no second replica sends it twice.
 */
export class DigestSender {
  readonly #options: DigestSenderOptions;
  readonly #loop: LeasedLoop;

  constructor(options: DigestSenderOptions) {
    this.#options = options;
    this.#loop = new LeasedLoop({
      name: 'champion-digests',
      leases: new Leases(options),
      logger: options.logger,
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

  /** Sends what is due; what could not be sent is tried in the next round. */
  async round(): Promise<void> {
    const { clock, digests, notifications, programme, reader } = this.#options;
    const day = digestDay(programme.current().settings.digest, clock());
    if (!notifications || day === undefined || !(await digests.isDue(day))) {
      return;
    }
    let isDone = true;
    for (const alike of await this.#toTell(await reader.read(), day)) {
      const isSent = await this.#send(notifications, alike, day);
      isDone &&= isSent;
    }
    if (isDone) {
      await digests.finish(day);
    }
  }

  /** Who was told the same within a week is left in peace. */
  async #toTell(
    waiting: Awaited<ReturnType<DigestReader['read']>>,
    day: string,
  ): Promise<Alike[]> {
    const { clock, database, digests, people } = this.#options;
    const notices = [...waiting]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([userRef, each]) => {
        const payload = digestNotice(each);
        return payload ? [{ userRef, payload }] : [];
      });
    const ids = await people.idsOf(
      database,
      notices.map(({ userRef }) => userRef),
    );
    const now = clock().getTime();
    const last = await digests.last([...ids.values()]);
    const alike = new Map<string, Alike>();
    for (const { payload, userRef } of notices) {
      const id = ids.get(userRef)!;
      const content = hashOf(payload);
      if (!isTold(last.get(id), { content, day, now })) {
        const same = alike.get(content) ?? { content, payload, people: [] };
        same.people.push({ id, userRef });
        alike.set(content, same);
      }
    }
    return [...alike.values()];
  }

  /** False as well where another replica is at it, which may not succeed. */
  async #send(
    notifications: NotificationService,
    { content, payload, people }: Alike,
    day: string,
  ): Promise<boolean> {
    const { clock, digests, logger } = this.#options;
    const claimed = await digests.claim(
      people.map(({ id }) => id),
      { content, day, sendingSince: clock().getTime() },
    );
    const told = people.filter(({ id }) => claimed.has(id));
    if (told.length === 0) {
      return false;
    }
    try {
      await notifications.send({
        recipients: {
          type: 'entity',
          entityRef: told.map(({ userRef }) => userRef),
        },
        payload,
      });
    } catch (error) {
      logger.warn(`Digests are sent later: ${stringifyError(error)}`);
      await digests.release([...claimed], day);
      return false;
    }
    await digests.sent([...claimed], day);
    return told.length === people.length;
  }
}

function hashOf(payload: NotificationPayload): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex');
}

/**
 * Of this day, or the same within a week. While another replica is at it, that
 * is open still; what it left behind is lost.
 */
function isTold(
  last: LastDigest | undefined,
  next: { content: string; day: string; now: number },
): boolean {
  if (last === undefined) {
    return false;
  }
  if (last.day >= next.day) {
    return (
      last.sendingSince === undefined ||
      last.sendingSince < next.now - LOST_AFTER_MS
    );
  }
  return (
    last.content === next.content &&
    daysBetween(last.day, next.day) < REPEAT_DAYS
  );
}
