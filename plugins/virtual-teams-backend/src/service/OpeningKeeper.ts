import { VirtualTeamsContext } from '../context';
import { MissingOpening, OpeningStore } from '../store/OpeningStore';
import { PluginClients } from './PluginClients';

const AT_A_TIME = 200;
/** Scorecards say nothing of what lies further back. */
const FURTHEST_MS = 365 * 24 * 3600 * 1000;

export interface OpeningKeeperOptions extends Pick<
  VirtualTeamsContext,
  'auth' | 'clock' | 'database'
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
    const { database, openings } = this.#options;
    const missing = await openings.missing(database, AT_A_TIME);
    const teamIds = [...new Set(missing.map(({ teamId }) => teamId))];
    for (const teamId of teamIds) {
      const own = missing.filter(each => each.teamId === teamId);
      const levels = await this.#levels(own);
      if (!levels) {
        return;
      }
      await database.transaction(async tx => {
        for (const { entityRef } of own) {
          await openings.write(tx, teamId, entityRef, levels.get(entityRef));
        }
      });
    }
  }

  /** By entity, where known; undefined while scorecards do not answer. */
  async #levels(
    own: readonly MissingOpening[],
  ): Promise<Map<string, string | undefined> | undefined> {
    const { auth, clients, clock } = this.#options;
    const [{ startedAt }] = own;
    if (startedAt < clock().getTime() - FURTHEST_MS) {
      return new Map();
    }
    const answer = await clients.scorecards(
      await auth.getOwnServiceCredentials(),
      client =>
        client.getTrends({
          entityRefs: own.map(({ entityRef }) => entityRef),
          since: new Date(startedAt).toISOString(),
        }),
    );
    return (
      answer &&
      new Map(answer.items.map(item => [item.entityRef, item.levelAtStart]))
    );
  }
}
