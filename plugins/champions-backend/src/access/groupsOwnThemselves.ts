import {
  EntityAccessResource,
  EntityRow,
} from '@synchrony/backstage-plugin-scorecards-node';

/** A scope as access to it is decided: a group is its own owner. */
export function groupsOwnThemselves(
  row: EntityRow | undefined,
): EntityAccessResource | undefined {
  return row?.kind === 'group'
    ? { entityRef: row.entityRef, ownerRef: row.entityRef }
    : row;
}
