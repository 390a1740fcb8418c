import { EntityChange } from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext } from '../context';
import { dayOf, postedTooLongAgo } from '../roles/need';
import { NeedStore } from '../store/NeedStore';
import { OPEN_ROLES_PATH } from '../teams/links';

export interface NeedKeeperOptions extends Pick<
  VirtualTeamsContext,
  'clock' | 'database' | 'notices' | 'people'
> {
  needs: NeedStore;
}

/** Ends needs by time, and those of people who left the catalog. */
export class NeedKeeper {
  readonly #options: NeedKeeperOptions;

  constructor(options: NeedKeeperOptions) {
    this.#options = options;
  }

  async round(): Promise<void> {
    const { clock, database, needs, notices } = this.#options;
    const now = clock().getTime();
    await database.transaction(async tx => {
      const ended = await needs.endPast(tx, dayOf(now), postedTooLongAgo(now));
      await notices.add(
        tx,
        ended.flatMap(({ id, postedBy, title }) =>
          postedBy === undefined
            ? []
            : [
                {
                  to: { personId: postedBy },
                  topic: 'virtual-teams.needEnded',
                  scope: `need:${id}`,
                  title: `What you were looking for has ended: ${title}`,
                  description: 'Post it again if you still look for help.',
                  link: OPEN_ROLES_PATH,
                  dueAt: now,
                },
              ],
        ),
      );
    });
  }

  async follow({ removed }: EntityChange): Promise<void> {
    const { database, needs, people } = this.#options;
    const gone = removed.filter(ref => ref.startsWith('user:'));
    if (gone.length > 0) {
      const ids = await people.known(database, gone);
      await needs.endOf(database, [...ids.values()]);
    }
  }
}
