import {
  AssignmentTimeTransition,
  EndReason,
} from '@synchrony/backstage-plugin-champions-common';
import { applyTimeStep } from '../assignments/applyStep';
import { AssignmentTerms, StoredAssignment } from '../assignments/types';
import { AssignmentChange } from './AssignmentChanges';

/** A step that nobody takes, of those assignments that it is open to. */
export function timeChanges(
  assignments: StoredAssignment[],
  name: AssignmentTimeTransition['name'],
  {
    at,
    reason,
    terms,
  }: { at: number; reason?: EndReason; terms: AssignmentTerms },
): AssignmentChange[] {
  return assignments.flatMap(before => {
    const after = applyTimeStep(before, name, at, terms, reason);
    return after ? [{ before, after, event: { name, at } }] : [];
  });
}
