import { AssignmentStatus } from '@synchrony/backstage-plugin-champions-common';
import { OverCapacityError } from '../service/OverCapacityError';
import { StoredAssignment } from './types';

/** Statuses in which time that was agreed is given. */
const GIVING: readonly AssignmentStatus[] = [
  'onboarding',
  'active',
  'stepping_down',
];

/** What a person gives in all of their assignments together, in percent. */
export function givenPct(
  assignments: Pick<StoredAssignment, 'capacityPct' | 'status'>[],
): number {
  return assignments
    .filter(({ status }) => GIVING.includes(status))
    .reduce((sum, { capacityPct = 0 }) => sum + capacityPct, 0);
}

/**
 * That more than the programme asks of one person is agreed knowingly.
 *
 * @param others - of the same person
 * @throws OverCapacityError unless it is confirmed
 */
export function requireWithinCapacity(
  others: StoredAssignment[],
  {
    capacityPct = 0,
    isConfirmed,
  }: { capacityPct?: number; isConfirmed: boolean },
  maxPct: number,
): void {
  if (!isConfirmed && givenPct(others) + capacityPct > maxPct) {
    throw new OverCapacityError(maxPct);
  }
}
