import { ChampionsContext, ChampionsPart } from './context';
import { createProgramme } from './createProgramme';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: ChampionsContext,
): Promise<ChampionsPart[]> {
  return [createProgramme(context)];
}
