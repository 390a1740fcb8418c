import { MEMBER_STATUSES } from '@synchrony/backstage-plugin-virtual-teams-common';
import { StoredMembership } from './types';

/** Whether a reader may know of a membership at all. */
export function isSeenBy(
  { isLead, personId }: { isLead: boolean; personId?: number },
  { invitedBy, personId: memberId, status }: StoredMembership,
): boolean {
  return (
    isLead ||
    MEMBER_STATUSES.includes(status) ||
    (personId !== undefined && [memberId, invitedBy].includes(personId))
  );
}
