import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { createLending } from './createLending';
import { createNeeds } from './createNeeds';
import { createNotices } from './createNotices';
import { createTeams } from './createTeams';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: VirtualTeamsContext,
): Promise<VirtualTeamsPart[]> {
  return [
    createNotices(context),
    createNeeds(context),
    createLending(context),
    createTeams(context),
  ];
}
