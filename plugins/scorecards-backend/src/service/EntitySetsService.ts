import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  CheckGaps,
  DEFAULT_SCORECARD,
  EntityTrends,
  EntityTrendsQuery,
} from '@synchrony/backstage-plugin-scorecards-common';
import {
  CatalogVisibility,
  readCursor,
  writeCursor,
} from '@synchrony/backstage-plugin-scorecards-node';
import { z } from 'zod';
import { Ruleset } from '../evaluation/evaluateAll';
import { EntitySetStore } from '../store/EntitySetStore';
import { daysOf } from '../trends/daysOf';
import { ScorecardsService } from './ScorecardsService';

const YEAR_MS = 366 * 24 * 3600 * 1000;
const place = z.tuple([z.string(), z.string()]);

export interface EntitySetsServiceOptions {
  auth: AuthService;
  catalog: CatalogVisibility;
  scorecards: ScorecardsService;
  sets: EntitySetStore;
  ruleset: () => Ruleset;
  clock: () => Date;
}

/** Answers about sets of entities that another plugin names, or asks for. */
export class EntitySetsService {
  readonly #options: EntitySetsServiceOptions;

  constructor(options: EntitySetsServiceOptions) {
    this.#options = options;
  }

  /** Levels at a time and scores by day since; they are open to all who see the entity. */
  async trends(
    credentials: BackstageCredentials,
    { entityRefs, scorecard = DEFAULT_SCORECARD, since }: EntityTrendsQuery,
  ): Promise<EntityTrends> {
    const { catalog, clock, scorecards, sets } = this.#options;
    await scorecards.requireScores(credentials);
    const now = clock().getTime();
    const from = Date.parse(since);
    if (from > now || from < now - YEAR_MS) {
      throw new InputError('since: It lies behind, by a year at most');
    }
    const shown = await catalog.filter(credentials, entityRefs);
    const refs = entityRefs.filter(ref => shown.has(ref));
    const standings = await sets.standings(refs, scorecard, new Date(from));
    return {
      items: refs.map(entityRef => {
        const own = standings.filter(row => row.entity_ref === entityRef);
        return {
          entityRef,
          levelAtStart: own.filter(row => row.since <= from).at(-1)?.level,
          days: daysOf(own, from, now),
        };
      }),
    };
  }

  /**
   * Which checks fail on what, for plugins of the portal, which show their
   * viewers what they may see of it; a page of it.
   *
   * @throws InputError for a cursor of another list
   */
  async gaps(
    credentials: BackstageCredentials,
    {
      cursor,
      limit,
      scorecard: scorecardId,
    }: { cursor?: string; limit: number; scorecard: string },
  ): Promise<CheckGaps> {
    const { auth, clock, ruleset, scorecards, sets } = this.#options;
    await scorecards.requireScores(credentials);
    if (!auth.isPrincipal(credentials, 'service')) {
      throw new NotAllowedError('This is for plugins of the portal');
    }
    const scorecard = ruleset().scorecards.find(
      ({ definition }) => definition.id === scorecardId,
    );
    if (!scorecard) {
      throw new NotFoundError(`There is no scorecard "${scorecardId}"`);
    }
    const checks = scorecard.checks.map(({ check }) => check.definition);
    const after = readCursor(cursor, place);
    const rows = await sets.failing(
      scorecardId,
      checks.map(({ id }) => id),
      { limit, after: after && { entityRef: after[0], checkId: after[1] } },
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      asOf: clock().toISOString(),
      items: checks
        .map(({ id, sensitive = false, title }) => ({
          checkId: id,
          title,
          isSensitive: sensitive,
          failing: rows
            .filter(row => row.check_id === id)
            .map(row => ({
              entityRef: row.entity_ref,
              ownerRef: row.owner_ref ?? undefined,
            })),
        }))
        .filter(({ failing }) => failing.length > 0),
      pageInfo: last
        ? { nextCursor: writeCursor([last.entity_ref, last.check_id]) }
        : {},
    };
  }
}
