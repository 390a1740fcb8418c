import { ChampionsContext, ChampionsPart } from './context';
import { createDesk } from './createDesk';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: ChampionsContext,
): Promise<ChampionsPart[]> {
  return [createDesk(context)];
}
