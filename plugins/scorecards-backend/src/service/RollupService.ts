import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  EntityRollup,
  evidenceReadPermission,
  Portfolio,
  RollupDimension,
  RollupHistory,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Hierarchy } from '../rollups/Hierarchy';
import { portfolioRows } from '../rollups/portfolioRows';
import { EVERYTHING } from '../rollups/snapshotRows';
import { summarise } from '../rollups/summarise';
import { HierarchyNode, HierarchyStore } from '../store/HierarchyStore';
import { RollupStore } from '../store/RollupStore';
import { SnapshotStore } from '../store/SnapshotStore';
import { BlockingChecks } from './BlockingChecks';
import { ScopeMembers } from './ScopeMembers';
import { scopeRefOf } from './scopeRefOf';
import { toRow } from './ScoreListService';
import { ScorecardsService } from './ScorecardsService';
import { seenScores } from './seenScores';

export interface RollupServiceOptions {
  scorecards: ScorecardsService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  store: RollupStore;
  hierarchy: HierarchyStore;
  scopes: ScopeMembers;
  snapshots: SnapshotStore;
  blocking: BlockingChecks;
  /** Types of groups that are rows of the portfolio by platform. */
  platformTypes: string[];
  clock: () => Date;
}

const WEAKEST = 10;
const HISTORY_MS = 366 * 24 * 60 * 60_000;

/** Roll-ups as a caller may see them: only entities that they may see count. */
export class RollupService {
  readonly #options: RollupServiceOptions;

  constructor(options: RollupServiceOptions) {
    this.#options = options;
  }

  /** Where a group, a system or a domain stands. */
  async rollup(
    credentials: BackstageCredentials,
    ref: string,
    scorecard: string,
  ): Promise<EntityRollup> {
    const { access, catalog, clock, scopes, store } = this.#options;
    const entityRef = scopeRefOf(ref);
    const [, evidence, mode, { isUnknown, members, node }] = await Promise.all([
      this.#options.scorecards.requireScores(credentials),
      access.visible(credentials, evidenceReadPermission),
      catalog.mode(credentials),
      scopes.of(entityRef),
    ]);
    const seen = await seenScores(
      this.#options,
      credentials,
      mode,
      { scorecard, members },
      [entityRef],
    );
    if (!node || !seen.isSeen(entityRef)) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    const [aggregates, weakest, scoreMedian] = await Promise.all([
      store.aggregate(seen.filter),
      store.weakest(seen.filter, WEAKEST),
      store.median(seen.filter),
    ]);
    const blockingOf = await this.#options.blocking.of(weakest);
    return {
      entityRef,
      title: node.title,
      scorecardId: scorecard,
      ...summarise(aggregates),
      ...(weakest.length > 0 && { weakestLevel: weakest[0].level }),
      weakest: weakest.map(row => toRow(row, evidence, blockingOf)),
      ...(scoreMedian && { scoreMedian }),
      ...(seen.isLowerBound && { totalIsLowerBound: true }),
      ...(isUnknown && { scopeUnknown: true }),
      asOf: clock().toISOString(),
    };
  }

  /** Everything, divided by platform, team or system. */
  async portfolio(
    credentials: BackstageCredentials,
    by: RollupDimension,
    scorecard: string,
  ): Promise<Portfolio> {
    const { catalog, clock, hierarchy, platformTypes, scorecards, store } =
      this.#options;
    const isBySystem = by === 'system';
    const [, mode, nodes, edges] = await Promise.all([
      scorecards.requireScores(credentials),
      catalog.mode(credentials),
      hierarchy.nodes([isBySystem ? 'system' : 'group']),
      isBySystem ? [] : hierarchy.edges('childOf'),
    ]);
    const seen = await seenScores(
      this.#options,
      credentials,
      mode,
      { scorecard },
      nodes.map((node: HierarchyNode) => node.entity_ref),
    );
    const aggregates = await store.aggregate(
      seen.filter,
      isBySystem ? 'system_ref' : 'owner_ref',
    );
    return {
      scorecardId: scorecard,
      by,
      overall: summarise(aggregates),
      rows: portfolioRows(aggregates, {
        by,
        nodes,
        hierarchy: new Hierarchy(edges),
        platformTypes,
        isSeen: seen.isSeen,
      }),
      ...(seen.isLowerBound && { totalIsLowerBound: true }),
      asOf: clock().toISOString(),
    };
  }

  /** Daily snapshots of the last year; of everything without a ref. */
  async history(
    credentials: BackstageCredentials,
    ref: string | undefined,
    scorecard: string,
  ): Promise<RollupHistory> {
    const { catalog, clock, scorecards, snapshots } = this.#options;
    const scopeRef = ref === undefined ? EVERYTHING : scopeRefOf(ref);
    const [, mode] = await Promise.all([
      scorecards.requireScores(credentials),
      catalog.mode(credentials),
    ]);
    if (
      ref !== undefined &&
      !(await catalog.filter(credentials, [scopeRef])).has(scopeRef)
    ) {
      throw new NotFoundError(`No entity ${scopeRef}`);
    }
    if (mode !== 'all') {
      return { scorecardId: scorecard, points: [], withheld: true };
    }
    return {
      scorecardId: scorecard,
      points: await snapshots.points(
        scorecard,
        scopeRef,
        new Date(clock().getTime() - HISTORY_MS),
      ),
    };
  }
}
