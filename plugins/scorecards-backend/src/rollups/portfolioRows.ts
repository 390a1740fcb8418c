import {
  PortfolioRow,
  RollupDimension,
} from '@synchrony/backstage-plugin-scorecards-common';
import { AggregateRow, summarise } from './summarise';
import { Hierarchy } from './Hierarchy';

export interface PortfolioNode {
  entity_ref: string;
  kind: string;
  type: string | null;
  title: string;
}

export interface PortfolioOptions {
  by: RollupDimension;
  nodes: readonly PortfolioNode[];
  hierarchy: Hierarchy;
  /** Types of groups that are platforms. */
  platformTypes: readonly string[];
  /** Whether the caller may see a group or system. */
  isSeen: (ref: string) => boolean;
}

function byTitle(a: PortfolioRow, b: PortfolioRow): number {
  if (a.title === undefined || b.title === undefined) {
    return Number(a.title === undefined) - Number(b.title === undefined);
  }
  return a.title.localeCompare(b.title, 'en');
}

/**
 * Rows of the portfolio; every entity is in one of them. What belongs to
 * nothing that the caller may see is together in a row without a name.
 */
export function portfolioRows(
  aggregates: readonly AggregateRow[],
  options: PortfolioOptions,
): PortfolioRow[] {
  const { by, hierarchy, isSeen, platformTypes } = options;
  const nodes = new Map(options.nodes.map(node => [node.entity_ref, node]));
  const platformOf = (owner: string) =>
    hierarchy
      .lineage(owner)
      .find(ref => platformTypes.includes(nodes.get(ref)?.type ?? ''));
  const rowOf = (key: string | null): string | undefined => {
    const ref =
      key !== null && by === 'platform' ? (platformOf(key) ?? key) : key;
    return ref !== null && nodes.has(ref) && isSeen(ref) ? ref : undefined;
  };
  const groups = new Map<string | undefined, AggregateRow[]>();
  for (const aggregate of aggregates) {
    const ref = rowOf(aggregate.key);
    const group = groups.get(ref) ?? [];
    group.push(aggregate);
    groups.set(ref, group);
  }
  return [...groups]
    .map(([ref, group]): PortfolioRow => {
      const platformRef =
        by !== 'system' && ref !== undefined ? platformOf(ref) : undefined;
      return {
        ...(ref !== undefined && { ref, title: nodes.get(ref)?.title }),
        ...(platformRef !== undefined &&
          isSeen(platformRef) && { platformRef }),
        ...summarise(group),
      };
    })
    .sort(byTitle);
}
