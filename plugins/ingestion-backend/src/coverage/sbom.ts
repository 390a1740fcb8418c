import {
  CoverageState,
  IngestionFacts,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DAY_MS } from '../sla';
import type { StoredInventory } from '../store/InventoryStore';

/** The newest complete list of components of an entity. */
export interface SbomEvidence {
  tool: string;
  lastCompleteAt: number;
  staleAt: number;
  commit?: string;
  reportId: string;
  components: number;
}

/** Undefined when there never was a complete list that counts. */
export function newestSbom(
  inventories: StoredInventory[],
  days: number,
): SbomEvidence | undefined {
  let newest: SbomEvidence | undefined;
  for (const inventory of inventories) {
    const { counted, lastCompleteAt } = inventory;
    if (
      counted &&
      lastCompleteAt !== undefined &&
      lastCompleteAt >= (newest?.lastCompleteAt ?? 0)
    ) {
      newest = {
        tool: inventory.tool,
        lastCompleteAt,
        staleAt: lastCompleteAt + days * DAY_MS,
        commit: inventory.commit,
        reportId: inventory.lastReportId,
        components: inventory.componentCount,
      };
    }
  }
  return newest;
}

/** Whether a list that is as old as this still says what is there. */
export function sbomStateOf(
  sbom: Pick<SbomEvidence, 'staleAt'> | undefined,
  asOf: number,
): CoverageState {
  if (!sbom) {
    return 'missing';
  }
  return asOf < sbom.staleAt ? 'active' : 'stale';
}

export function toSbomFact(
  sbom: SbomEvidence | undefined,
  asOf: number,
): IngestionFacts['sbom'] {
  return {
    state: sbomStateOf(sbom, asOf),
    ...(sbom && {
      tool: sbom.tool,
      lastCompleteAt: new Date(sbom.lastCompleteAt).toISOString(),
      staleAt: new Date(sbom.staleAt).toISOString(),
      ...(sbom.commit && { commit: sbom.commit }),
      reportId: sbom.reportId,
      components: sbom.components,
    }),
  };
}
