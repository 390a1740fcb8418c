import { VirtualTeamsContext } from '../context';
import { OpeningStore } from '../store/OpeningStore';
import { PluginClients } from './PluginClients';

const AT_A_TIME = 200;

export interface OpeningKeeperOptions extends Pick<
  VirtualTeamsContext,
  'auth' | 'database'
> {
  clients: PluginClients;
  openings: OpeningStore;
}

/** Writes down how entities stood when a team started, once and for all. */
export class OpeningKeeper {
  readonly #options: OpeningKeeperOptions;

  constructor(options: OpeningKeeperOptions) {
    this.#options = options;
  }

  /** Takes what is missing; it stays missing while scorecards do not answer. */
  async round(): Promise<void> {
    const { auth, clients, database, openings } = this.#options;
    const missing = await openings.missing(database, AT_A_TIME);
    const teamIds = [...new Set(missing.map(({ teamId }) => teamId))];
    for (const teamId of teamIds) {
      const own = missing.filter(each => each.teamId === teamId);
      const answer = await clients.scorecards(
        await auth.getOwnServiceCredentials(),
        client =>
          client.getTrends({
            entityRefs: own.map(({ entityRef }) => entityRef),
            since: new Date(own[0].startedAt).toISOString(),
          }),
      );
      if (!answer) {
        return;
      }
      const levels = new Map(
        answer.items.map(item => [item.entityRef, item.levelAtStart]),
      );
      await database.transaction(async tx => {
        for (const { entityRef } of own) {
          await openings.write(tx, teamId, entityRef, levels.get(entityRef));
        }
      });
    }
  }
}
