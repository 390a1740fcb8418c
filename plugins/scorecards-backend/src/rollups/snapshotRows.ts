import {
  RollupPoint,
  TargetCount,
} from '@synchrony/backstage-plugin-scorecards-common';
import { AggregateRow, summarise } from './summarise';
import { Hierarchy } from './Hierarchy';

/** Scope of a snapshot of everything. */
export const EVERYTHING = '*';

/** Entities that are alike, with where they belong. */
export interface SnapshotInput extends AggregateRow {
  entityRef: string;
  ownerRef: string | null;
}

export interface SnapshotRow {
  scopeRef: string;
  total: number;
  levels: RollupPoint['levels'];
  tiers: RollupPoint['tiers'];
}

/** Target per tier, without entities that have no tier. */
function tiersOf(
  tiers: { tier?: string; target: TargetCount }[],
): RollupPoint['tiers'] {
  return tiers.flatMap(({ tier, target }) =>
    tier === undefined ? [] : [{ tier, target }],
  );
}

/**
 * How every scope stands: all, groups by what they and those below them own,
 * systems and domains by their parts. An entity counts once in each.
 */
export function snapshotRows(
  inputs: readonly SnapshotInput[],
  groups: Hierarchy,
  parts: Hierarchy,
): SnapshotRow[] {
  const scopes = new Map<string, AggregateRow[]>();
  for (const input of inputs) {
    const above = [
      EVERYTHING,
      ...(input.ownerRef ? groups.lineage(input.ownerRef) : []),
      ...parts
        .lineage(input.entityRef)
        .filter(ref => ref.startsWith('system:') || ref.startsWith('domain:')),
    ];
    for (const scope of above) {
      const rows = scopes.get(scope) ?? [];
      rows.push(input);
      scopes.set(scope, rows);
    }
  }
  return [...scopes].map(([scopeRef, rows]) => {
    const { total, levels, tiers } = summarise(rows);
    return { scopeRef, total, levels, tiers: tiersOf(tiers) };
  });
}
