import { ChampionsContext, ChampionsPart } from './context';
import { createEffect } from './createEffect';
import { createPosts } from './createPosts';
import { createPrivacy } from './createPrivacy';
import { createSearch } from './createSearch';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: ChampionsContext,
): Promise<ChampionsPart[]> {
  return [
    createPrivacy(context),
    createPosts(context),
    createEffect(context),
    createSearch(context),
  ];
}
