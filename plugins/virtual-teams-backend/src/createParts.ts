import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { createNotices } from './createNotices';
import { createTeams } from './createTeams';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: VirtualTeamsContext,
): Promise<VirtualTeamsPart[]> {
  return [createNotices(context), createTeams(context)];
}
