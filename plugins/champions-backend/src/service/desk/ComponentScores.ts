import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  EntityScoreRow,
  MOST_ENTITIES_OF_A_SET,
} from '@synchrony/backstage-plugin-scorecards-common';
import { chunks } from '@synchrony/backstage-plugin-scorecards-node';
import { Told } from '../../desk/types';
import { PluginClients } from './PluginClients';

const MOST_COMPONENTS = 3_000;

/** Levels of components, as scorecards tells the caller. */
export class ComponentScores {
  readonly #clients: PluginClients;

  constructor(clients: PluginClients) {
    this.#clients = clients;
  }

  /** One request for 200 components, however many scopes they stand under. */
  read(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<Told<EntityScoreRow[]>> {
    return this.#clients.entitySets(credentials, async client => {
      const pages = await Promise.all(
        [
          ...chunks(
            entityRefs.slice(0, MOST_COMPONENTS),
            MOST_ENTITIES_OF_A_SET,
          ),
        ].map(part => client.getScores({ entityRefs: part })),
      );
      return pages.flatMap(({ items }) => items);
    });
  }
}
