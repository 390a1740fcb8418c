import { ConflictError, NotAllowedError } from '@backstage/errors';
import { TeamGuard } from '@synchrony/backstage-plugin-virtual-teams-common';
import { isAboutWho, TeamFacts, wordsOf } from './guardsOf';
import { StoredTeam } from './types';

/** Why an action on a team is not taken, as an error. */
export function teamRefusal(
  team: StoredTeam,
  action: string,
  decision: { because: 'status' } | { because: 'guard'; guard: TeamGuard },
  facts: TeamFacts,
): Error {
  if (decision.because === 'status') {
    return new ConflictError(
      `A team that is ${team.status} can't take: ${action}`,
    );
  }
  const message = wordsOf(decision.guard, team, facts);
  return isAboutWho(decision.guard)
    ? new NotAllowedError(message)
    : new ConflictError(message);
}
