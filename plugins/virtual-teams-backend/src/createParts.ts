import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { createExpertise } from './createExpertise';
import { createExpertisePrivacy } from './createExpertisePrivacy';
import { createExpertiseSearch } from './createExpertiseSearch';
import { createNotices } from './createNotices';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: VirtualTeamsContext,
): Promise<VirtualTeamsPart[]> {
  return [
    createNotices(context),
    createExpertise(context),
    createExpertiseSearch(context),
    createExpertisePrivacy(context),
  ];
}
