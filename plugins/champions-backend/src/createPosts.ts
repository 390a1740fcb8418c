import { ChampionsContext, ChampionsPart } from './context';
import { addPostRoutes } from './router/posts';
import { PostsService } from './service/PostsService';
import { PostStore } from './store/PostStore';

/** Who was champion of what in the past. */
export function createPosts(context: ChampionsContext): ChampionsPart {
  const posts = new PostsService({
    ...context,
    store: new PostStore(context.database),
  });
  return { routes: router => addPostRoutes(router, { ...context, posts }) };
}
