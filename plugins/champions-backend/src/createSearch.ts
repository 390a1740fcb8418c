import { ChampionsContext, ChampionsPart } from './context';
import { addSearchRoutes } from './router/search';
import { SearchService } from './service/SearchService';
import { SearchStore } from './store/SearchStore';

/** What the portal's search may hold. */
export function createSearch(context: ChampionsContext): ChampionsPart {
  const search = new SearchService({
    ...context,
    store: new SearchStore(context.database),
  });
  return { routes: router => addSearchRoutes(router, { ...context, search }) };
}
