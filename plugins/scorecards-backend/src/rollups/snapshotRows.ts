import {
  RollupPoint,
  TargetCount,
} from '@synchrony/backstage-plugin-scorecards-common';
import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
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
  /** Of what a virtual team works on; absent for other scopes. */
  scopeHash?: string;
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

/** What each virtual team works on, by its ref. */
export type TeamScopes = ReadonlyMap<string, readonly string[]>;

/** The teams that work on each entity. */
function teamsByEntity(teams: TeamScopes): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [teamRef, entityRefs] of teams) {
    for (const entityRef of new Set(entityRefs)) {
      found.set(entityRef, [...(found.get(entityRef) ?? []), teamRef]);
    }
  }
  return found;
}

/**
 * How every scope stands: all, groups by what they and those below them own,
 * systems and domains by their parts, virtual teams by what they work on. An
 * entity counts once in each.
 */
export function snapshotRows(
  inputs: readonly SnapshotInput[],
  groups: Hierarchy,
  parts: Hierarchy,
  teams: TeamScopes,
): SnapshotRow[] {
  const teamsOf = teamsByEntity(teams);
  const scopes = new Map<string, AggregateRow[]>();
  for (const input of inputs) {
    const above = [
      EVERYTHING,
      ...(input.ownerRef ? groups.lineage(input.ownerRef) : []),
      ...parts
        .lineage(input.entityRef)
        .filter(ref => ref.startsWith('system:') || ref.startsWith('domain:')),
      ...(teamsOf.get(input.entityRef) ?? []),
    ];
    for (const scope of new Set(above)) {
      const rows = scopes.get(scope) ?? [];
      rows.push(input);
      scopes.set(scope, rows);
    }
  }
  return [...scopes].map(([scopeRef, rows]) => {
    const { total, levels, tiers } = summarise(rows);
    const worksOn = teams.get(scopeRef);
    return {
      scopeRef,
      ...(worksOn && { scopeHash: hashOf([...worksOn].sort()) }),
      total,
      levels,
      tiers: tiersOf(tiers),
    };
  });
}
