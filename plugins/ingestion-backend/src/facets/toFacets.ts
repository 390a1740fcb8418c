import {
  ControlType,
  FindingDue,
  FindingFacets,
  FindingStatus,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import type { FacetCell } from '../store/FindingFacetStore';

/** What is chosen of each facet; nothing chosen leaves everything. */
export interface Chosen {
  statuses: readonly FindingStatus[];
  severities?: readonly number[];
  types?: readonly ControlType[];
  due?: FindingDue;
  overdue?: boolean;
}

type Counts = Pick<FindingFacets, 'severity' | 'status' | 'type' | 'due'>;

/**
 * Sums cells up for the choices of each facet. A choice counts what it would
 * leave with the other facets as they are chosen; what is chosen of its own
 * facet does not matter.
 */
export function toFacets(cells: readonly FacetCell[], chosen: Chosen): Counts {
  const facets: Counts = {
    severity: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    status: { open: 0, resolved: 0, dismissed: 0, risk_accepted: 0 },
    type: { sast: 0, sca: 0, secret: 0, dast: 0, container: 0, iac: 0 },
    due: { overdue: 0, within7Days: 0, later: 0, none: 0 },
  };
  for (const cell of cells) {
    const misses = facetsMissed(cell, chosen);
    const counts = (facet: keyof Counts) =>
      misses.every(missed => missed === facet);
    if (counts('severity')) {
      facets.severity[SEVERITIES[cell.severity]] += cell.count;
    }
    if (counts('status')) {
      facets.status[cell.status] += cell.count;
    }
    if (counts('type')) {
      facets.type[cell.type] += cell.count;
    }
    if (counts('due')) {
      facets.due[cell.due] += cell.count;
    }
  }
  return facets;
}

/** Facets of which something else is chosen. */
function facetsMissed(cell: FacetCell, chosen: Chosen): (keyof Counts)[] {
  const { due, overdue, severities, statuses, types } = chosen;
  const isOther: Record<keyof Counts, boolean> = {
    severity: severities !== undefined && !severities.includes(cell.severity),
    status: !statuses.includes(cell.status),
    type: types !== undefined && !types.includes(cell.type),
    due:
      (due !== undefined && due !== cell.due) ||
      (overdue !== undefined && overdue !== (cell.due === 'overdue')),
  };
  return (['severity', 'status', 'type', 'due'] as const).filter(
    facet => isOther[facet],
  );
}
