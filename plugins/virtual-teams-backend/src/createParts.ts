import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { createCalendar } from './createCalendar';
import { createDeclarations } from './createDeclarations';
import { createNotices } from './createNotices';
import { createSettings } from './createSettings';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: VirtualTeamsContext,
): Promise<VirtualTeamsPart[]> {
  return [
    createNotices(context),
    createSettings(context),
    createCalendar(context),
    createDeclarations(context),
  ];
}
