import { AssignmentGuard } from '@synchrony/backstage-plugin-champions-common';
import { DAY_MS } from './applyStep';
import { StoredAssignment } from './types';

/** Who looks at an assignment. */
export interface AssignmentViewer {
  /** Absent for a service, and for somebody of whom nothing is kept. */
  personId?: number;
  isCaptain: boolean;
  isLead: boolean;
}

/** What else the guards depend on. */
export interface GuardFacts {
  isInCatalog: boolean;
  dateIsAhead: boolean;
  successorStands: boolean;
}

const MOST_DAYS_AHEAD = 366;

/** Whether a day of leaving lies ahead, by a year at most. */
export function isDateAhead(endsAt: number | undefined, now: number): boolean {
  return (
    endsAt !== undefined &&
    endsAt > now &&
    endsAt <= now + MOST_DAYS_AHEAD * DAY_MS
  );
}

/** The guards of the table of transitions, for one viewer. */
export function guardsOf(
  { nominatedBy, personId }: Pick<StoredAssignment, 'nominatedBy' | 'personId'>,
  viewer: AssignmentViewer,
  facts: GuardFacts,
): Record<AssignmentGuard, boolean> {
  const { isCaptain, isLead } = viewer;
  const is = (id: number | undefined) =>
    id !== undefined && viewer.personId === id;
  const isNominee = is(personId);
  return {
    ...facts,
    isNominee,
    isCaptain,
    isNominatorOrCaptain: is(nominatedBy) || isCaptain,
    isNomineeOrCaptain: isNominee || isCaptain,
    mayAgree: (isLead || isCaptain) && !isNominee,
  };
}
