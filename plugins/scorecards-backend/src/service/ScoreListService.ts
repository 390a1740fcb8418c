import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  BlockingCheck,
  EARNED_LEVELS,
  EarnedLevel,
  EntityScoreOrder,
  EntityScoreRow,
  EntityScoresPage,
  EntityScoresQuery,
  evidenceReadPermission,
  Level,
  LEVELS,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityVisibility,
} from '@synchrony/backstage-plugin-scorecards-node';
import { ListedScore } from '../store/listColumns';
import { Position, ScoreFilter, ScoreListStore } from '../store/ScoreListStore';
import { Members } from '../store/restrictTo';
import { BlockingChecks } from './BlockingChecks';
import { decodeCursor, encodeCursor } from './cursor';
import { readSeen } from './readSeen';
import { ScopeMembers } from './ScopeMembers';
import { ScorecardsService } from './ScorecardsService';

export interface ScoreListServiceOptions {
  scorecards: ScorecardsService;
  access: EntityAccess;
  catalog: CatalogVisibility;
  list: ScoreListStore;
  scopes: ScopeMembers;
  blocking: BlockingChecks;
}

type Seen = (rows: ListedScore[]) => Promise<ListedScore[]>;

const DEFAULT_LIMIT = 50;
const START: Position = { keys: [], backwards: false };
/** As many rows are counted when the catalog must be asked about each. */
const COUNTED_REFS = 1000;

function isEarned(level: string | null): level is EarnedLevel {
  return EARNED_LEVELS.some(earned => earned === level);
}

/** A row as a caller may see it. */
export function toRow(
  row: ListedScore,
  evidence: EntityVisibility,
  blockingOf: (row: ListedScore) => BlockingCheck | undefined,
): EntityScoreRow {
  const isOpen =
    evidence.kind === 'where'
      ? evidence.matches({
          entityRef: row.entity_ref,
          ownerRef: row.owner_ref ?? undefined,
        })
      : evidence.kind === 'all';
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    tier: row.tier ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    scorecardId: row.scorecard_id,
    level: row.level,
    targetLevel: isEarned(row.target_level) ? row.target_level : undefined,
    nextLevel: isEarned(row.next_level) ? row.next_level : undefined,
    planSteps: isOpen ? (row.plan_steps ?? undefined) : undefined,
    blocking: isOpen ? blockingOf(row) : undefined,
    waivers: isOpen ? row.waivers : row.public_waivers,
    scoreLow: row.score_low ?? undefined,
    scoreHigh: (isOpen ? row.score_high : row.public_score_high) ?? undefined,
    evidencePct:
      (isOpen ? row.evidence_pct : row.public_evidence_pct) ?? undefined,
    computedAt: new Date(
      Number((isOpen ? null : row.public_computed_at) ?? row.computed_at),
    ).toISOString(),
  };
}

export function emptyLevels(): Record<Level, number> {
  return Object.fromEntries(LEVELS.map(level => [level, 0])) as Record<
    Level,
    number
  >;
}

/** Lists of scores as a caller may see them. */
export class ScoreListService {
  readonly #options: ScoreListServiceOptions;

  constructor(options: ScoreListServiceOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    query: EntityScoresQuery & { scorecard: string; entityRefs?: string[] },
  ): Promise<EntityScoresPage> {
    const { access, catalog, list, scorecards } = this.#options;
    const order = query.orderBy ?? 'worst';
    const limit = query.limit ?? DEFAULT_LIMIT;
    const position =
      query.cursor === undefined
        ? undefined
        : decodeCursor(query.cursor, order, list.keyCount(order));
    const [, mode, evidence] = await Promise.all([
      scorecards.requireScores(credentials),
      catalog.mode(credentials),
      access.visible(credentials, evidenceReadPermission),
    ]);
    if (mode === 'none') {
      return { items: [], totalItems: 0, levels: emptyLevels(), pageInfo: {} };
    }
    const filter = {
      ...query,
      members: await this.#within(credentials, query),
    };
    const seen: Seen = async rows => {
      const refs = await catalog.filter(
        credentials,
        rows.map(row => row.entity_ref),
      );
      return rows.filter(row => refs.has(row.entity_ref));
    };
    const counts =
      mode === 'all'
        ? { levels: await this.#countAll(filter), isLowerBound: false }
        : await this.#countSeen(credentials, filter);
    const page = await this.#page(filter, order, position, limit, async rows =>
      mode === 'all' ? rows : seen(rows),
    );
    const blockingOf = await this.#options.blocking.of(page.rows);
    return {
      items: page.rows.map(row => toRow(row, evidence, blockingOf)),
      totalItems: LEVELS.filter(
        level => !query.level || query.level.includes(level),
      )
        .map(level => counts.levels[level])
        .reduce((sum, count) => sum + count, 0),
      ...(counts.isLowerBound && { totalIsLowerBound: true }),
      levels: counts.levels,
      pageInfo: page.pageInfo,
    };
  }

  async #within(
    credentials: BackstageCredentials,
    { within }: EntityScoresQuery,
  ): Promise<Members | undefined> {
    if (within === undefined) {
      return undefined;
    }
    const { catalog, scopes } = this.#options;
    const seen = await catalog.filter(credentials, [within]);
    return seen.has(within)
      ? (await scopes.of(within)).members
      : { column: 'entity_ref', refs: [] };
  }

  /**
   * A page of rows that the caller may see. Where hardly any may be seen it is
   * not full, and its cursor goes on from there; no cursor names a row that the
   * caller may not see.
   */
  async #page(
    filter: ScoreFilter,
    order: EntityScoreOrder,
    position: Position | undefined,
    limit: number,
    seen: Seen,
  ): Promise<{ rows: ListedScore[]; pageInfo: EntityScoresPage['pageInfo'] }> {
    const { list } = this.#options;
    const { backwards, keys, skip = 0 } = position ?? START;
    const { found, isEnd, looked } = await readSeen(
      {
        read: (offset, count) =>
          list.page(
            filter,
            order,
            { keys, backwards, skip: skip + offset },
            count,
          ),
        seen,
      },
      limit,
    );
    const rows = found.slice(0, limit);
    const cursorAt = (row: ListedScore | undefined, isBackwards: boolean) =>
      row &&
      encodeCursor(order, {
        keys: list.keysOf(row, order),
        backwards: isBackwards,
      });
    const onward =
      found.length <= limit && isEnd
        ? undefined
        : (cursorAt(rows.at(-1), backwards) ??
          encodeCursor(order, { keys, backwards, skip: skip + looked }));
    const back = keys.length > 0 ? cursorAt(rows.at(0), !backwards) : undefined;
    const [nextCursor, prevCursor] = backwards
      ? [back, onward]
      : [onward, back];
    return {
      rows: backwards ? rows.toReversed() : rows,
      pageInfo: {
        ...(nextCursor && { nextCursor }),
        ...(prevCursor && { prevCursor }),
      },
    };
  }

  async #countAll(filter: ScoreFilter): Promise<Record<Level, number>> {
    const levels = emptyLevels();
    for (const [level, count] of await this.#options.list.countByLevel(
      filter,
    )) {
      levels[level] = count;
    }
    return levels;
  }

  async #countSeen(
    credentials: BackstageCredentials,
    filter: ScoreFilter,
  ): Promise<{ levels: Record<Level, number>; isLowerBound: boolean }> {
    const { catalog, list } = this.#options;
    const rows = await list.refs(filter, COUNTED_REFS + 1);
    const counted = rows.slice(0, COUNTED_REFS);
    const refs = await catalog.filter(
      credentials,
      counted.map(row => row.entity_ref),
    );
    const levels = emptyLevels();
    for (const row of counted) {
      if (refs.has(row.entity_ref)) {
        levels[row.level] += 1;
      }
    }
    return { levels, isLowerBound: rows.length > COUNTED_REFS };
  }
}
