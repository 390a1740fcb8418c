import { PUBLIC_ASSIGNMENT_STATUSES } from '@synchrony/backstage-plugin-champions-common';
import { whereAmong } from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';

/** How far somebody sees into lists of assignments. */
export interface AssignmentReach {
  personId?: number;
  isCaptain: boolean;
  /** Scopes that the person leads. */
  leads: string[];
  /** Scopes that the catalog shows; absent for all. */
  shown?: string[];
}

const NOBODY = -1;

/** The filter of lists that says the same as `isSeenBy` of one assignment. */
export function applyReach(
  query: Knex.QueryBuilder,
  { isCaptain, leads, personId, shown }: AssignmentReach,
): void {
  // Nobody has this number; null would be who nominated what the catalog declares.
  const own = personId ?? NOBODY;
  if (shown !== undefined) {
    query.where(place =>
      place
        .where('person_id', own)
        .orWhere(each => whereAmong(each, 'scope_ref', shown)),
    );
  }
  if (!isCaptain) {
    query.where(seen =>
      seen
        .whereIn('status', [...PUBLIC_ASSIGNMENT_STATUSES])
        .orWhere('person_id', own)
        .orWhere(each => each.where({ status: 'nominated', nominated_by: own }))
        .orWhere(each => whereAmong(each, 'scope_ref', leads)),
    );
  }
}
