import { ChampionsContext, ChampionsPart } from './context';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  _context: ChampionsContext,
): Promise<ChampionsPart[]> {
  return [];
}
