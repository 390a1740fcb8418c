import { PUBLIC_ASSIGNMENT_STATUSES } from '@synchrony/backstage-plugin-champions-common';
import { AssignmentViewer } from './guardsOf';
import { StoredAssignment } from './types';

/** Whether somebody may know of an assignment at all. */
export function isSeenBy(
  assignment: Pick<StoredAssignment, 'nominatedBy' | 'personId' | 'status'>,
  { isCaptain, isLead, personId }: AssignmentViewer,
): boolean {
  const { nominatedBy, status } = assignment;
  return (
    PUBLIC_ASSIGNMENT_STATUSES.includes(status) ||
    isCaptain ||
    isLead ||
    (personId !== undefined &&
      (assignment.personId === personId ||
        (status === 'nominated' && nominatedBy === personId)))
  );
}
