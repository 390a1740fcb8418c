import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { AssignmentGuard } from '@synchrony/backstage-plugin-champions-common';
import { StoredAssignment } from '../assignments/types';

const REFUSALS: Record<AssignmentGuard, string> = {
  isNominee: 'Only the person can do that',
  isNominatorOrCaptain: 'Only who nominated, or who runs the programme, can',
  mayAgree:
    'Only the lead of the scope or who runs the programme can agree, and nobody on their own time',
  isCaptain: 'Only who runs the programme can do that',
  isNomineeOrCaptain: 'Only the person, or who runs the programme, can',
  isInCatalog: 'The catalog does not know the person and the scope any more',
  dateIsAhead: 'endsAt: It lies ahead, by a year at most',
  successorStands:
    'successorRef: Who follows has to be active for the same scope: time agreed, and the level reached',
};

/** Guards about what is said, not about who says it. */
const INPUT_GUARDS: readonly AssignmentGuard[] = [
  'dateIsAhead',
  'successorStands',
];

/** Why an action is not taken, as an error. */
export function refusal(
  { status }: StoredAssignment,
  action: string,
  decision:
    { because: 'status' } | { because: 'guard'; guard: AssignmentGuard },
): Error {
  if (decision.because === 'status') {
    return new ConflictError(
      `An assignment that is ${status} can't take: ${action}`,
    );
  }
  const message = REFUSALS[decision.guard];
  if (INPUT_GUARDS.includes(decision.guard)) {
    return new InputError(message);
  }
  return decision.guard === 'isInCatalog'
    ? new ConflictError(message)
    : new NotAllowedError(message);
}
