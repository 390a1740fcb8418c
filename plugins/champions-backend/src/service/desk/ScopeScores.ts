import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityScoreRow,
  EntityScoresQuery,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Told } from '../../desk/types';
import { PluginClients } from './PluginClients';

const ROWS_A_PAGE = 1000;
const MOST_PAGES = 3;

/** Levels of what stands under a scope, as scorecards tells the caller. */
export class ScopeScores {
  readonly #clients: PluginClients;

  constructor(clients: PluginClients) {
    this.#clients = clients;
  }

  /** Rows of these entities; the scope narrows what is read. */
  read(
    credentials: BackstageCredentials,
    scopeRef: string,
    entityRefs: ReadonlySet<string>,
  ): Promise<Told<EntityScoreRow[]>> {
    return this.#clients.scorecards(credentials, async client => {
      const rows: EntityScoreRow[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const { items, pageInfo } = await client.getEntityScores({
          ...narrowTo(scopeRef),
          orderBy: 'name',
          limit: ROWS_A_PAGE,
          cursor,
        });
        rows.push(...items.filter(row => entityRefs.has(row.entityRef)));
        cursor = pageInfo.nextCursor;
        if (cursor === undefined) {
          break;
        }
      }
      return rows;
    });
  }
}

/** A component has nothing within it, and is found by its name. */
function narrowTo(scopeRef: string): EntityScoresQuery {
  const { kind, name } = parseEntityRef(scopeRef);
  return kind === 'component' ? { q: name } : { within: scopeRef };
}
