import { ChampionsContext, ChampionsPart } from './context';
import { createAssignments } from './createAssignments';
import { createDesk } from './createDesk';
import { createArrivals } from './createArrivals';
import { createDigest } from './createDigest';
import { createImport } from './createImport';
import { createProgramme } from './createProgramme';
import { createEffect } from './createEffect';
import { createMeetings } from './createMeetings';
import { createPosts } from './createPosts';
import { createPrivacy } from './createPrivacy';
import { createSearch } from './createSearch';

/** The parts of the plugin, each in a file of its own. */
export async function createParts(
  context: ChampionsContext,
): Promise<ChampionsPart[]> {
  const assignments = await createAssignments(context);
  context.activateReady = ids => assignments.assignments.activateReady(ids);
  context.programme.onChange?.(() => assignments.recomputeCoverage());
  return [
    createImport(context, assignments),
    assignments,
    createProgramme(context),
    createDesk(context, assignments),
    createArrivals(context),
    createDigest(context),
    createMeetings(context),
    createPrivacy(context),
    createPosts(context),
    createEffect(context),
    createSearch(context),
  ];
}
