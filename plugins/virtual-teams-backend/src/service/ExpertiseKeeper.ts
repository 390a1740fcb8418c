import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext } from '../context';
import { staleBefore } from '../expertise/stale';
import { KeeperStore, KnownPerson } from '../store/KeeperStore';
import { Notice } from '../store/NoticeStore';
import { ExpertisePrivacyService } from './ExpertisePrivacyService';

export interface ExpertiseKeeperOptions extends Pick<
  VirtualTeamsContext,
  | 'clock'
  | 'database'
  | 'entities'
  | 'logger'
  | 'notices'
  | 'places'
  | 'settings'
> {
  store: KeeperStore;
  privacy: ExpertisePrivacyService;
  eraseAfterDays: number;
}

const AT_A_TIME = 500;
const EVERY_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Follows the catalog: groups of people with a profile, who left, and whom to
 * erase; and asks people to confirm what they said long ago.
 */
export class ExpertiseKeeper {
  readonly #options: ExpertiseKeeperOptions;

  constructor(options: ExpertiseKeeperOptions) {
    this.#options = options;
  }

  async run(): Promise<number> {
    await this.#followCatalog();
    await this.#eraseGone();
    await this.#askToConfirm();
    return EVERY_MS;
  }

  async #followCatalog(): Promise<void> {
    const { database, store } = this.#options;
    let after = 0;
    for (;;) {
      const people = await store.peopleAfter(database, after, AT_A_TIME);
      if (people.length === 0) {
        return;
      }
      await this.#follow(people);
      after = people[people.length - 1].id;
    }
  }

  async #follow(people: KnownPerson[]): Promise<void> {
    const { clock, database, entities, places, store } = this.#options;
    const refs = people.map(({ userRef }) => userRef);
    const rows = await entities.get(refs);
    const there = people.filter(({ userRef }) => rows.get(userRef));
    const gone = people.filter(({ userRef }) => !rows.get(userRef));
    const found = await places.of(there.map(({ userRef }) => userRef));
    await database.transaction(async tx => {
      await store.markGone(
        tx,
        gone.map(({ id }) => id),
        clock().getTime(),
      );
      await store.markThere(
        tx,
        there.map(({ id }) => id),
      );
      await store.place(
        tx,
        new Map(
          there.flatMap(({ id, userRef }) => {
            const place = found.get(userRef);
            return place ? [[id, place] as const] : [];
          }),
        ),
      );
    });
  }

  async #eraseGone(): Promise<void> {
    const { clock, database, eraseAfterDays, logger, privacy, store } =
      this.#options;
    const before = clock().getTime() - eraseAfterDays * DAY_MS;
    for (const userRef of await store.goneSince(database, before)) {
      await privacy.eraseNow(userRef);
      logger.info('Erased somebody who left the catalog');
    }
  }

  async #askToConfirm(): Promise<void> {
    const { clock, database, notices, settings, store } = this.#options;
    const now = clock().getTime();
    const months = settings.current().settings.expertiseStaleMonths;
    await database.transaction(async tx => {
      const personIds = await store.takeStale(
        tx,
        staleBefore(now, months),
        now,
      );
      // SQLite joins no more rows to one insert.
      for (const some of chunks(personIds, AT_A_TIME)) {
        await notices.add(
          tx,
          some.map(personId => staleNotice(personId, months, now)),
        );
      }
    });
  }
}

function staleNotice(personId: number, months: number, now: number): Notice {
  return {
    to: { personId },
    topic: 'virtual-teams.expertise-stale',
    scope: 'virtual-teams.expertise-stale',
    title: 'Are your skills still right?',
    description: `You confirmed some of them more than ${months} months ago. They stay, marked as not confirmed, until you confirm or withdraw them.`,
    link: '/virtual-teams/profile',
    dueAt: now,
  };
}
