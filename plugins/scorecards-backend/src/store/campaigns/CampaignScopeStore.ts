import {
  CampaignScope,
  EARNED_LEVELS,
  Level,
  Outcome,
} from '@synchrony/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { ScopedEntity } from '../../campaigns/types';
import { Members, restrictTo } from '../restrictTo';

/** Which entities are asked about. */
export interface ScopeQuery {
  campaignId?: string;
  scorecardId: string;
  checkIds: string[];
  scope: Omit<CampaignScope, 'within'>;
  /** What `within` stands for; any of them. */
  members?: Members[];
  /** Only this one, if it is in scope. */
  entityRef?: string;
  /** Only those of these that are in scope. */
  entityRefs?: string[];
  /** As many at most, the first by name; all when absent. */
  limit?: number;
}

interface ScoreRow {
  entity_ref: string;
  name: string;
  title: string | null;
  owner_ref: string | null;
  tier: string | null;
  level: Level;
  target_level: string | null;
  score_low: number | null;
  public_waivers: number;
}

/** A score with what scopes choose by. */
interface PlacedScoreRow extends ScoreRow {
  scorecard_id: string;
  type: string | null;
  lifecycle: string | null;
}

/** What is stored about one entity, whatever campaigns ask. */
export interface EntityInCampaigns {
  /** By scorecard. */
  scores: ReadonlyMap<
    string,
    {
      entity: ScopedEntity;
      /** Whether a scope asks for entities like it, `within` aside. */
      isLike(scope: Omit<CampaignScope, 'within'>): boolean;
    }
  >;
  /** Last days of approved exemptions, by campaign. */
  exemptUntil: ReadonlyMap<string, number>;
}

const SCORE_COLUMNS = [
  'entity_ref',
  'name',
  'title',
  'owner_ref',
  'tier',
  'level',
  'target_level',
  'score_low',
  'public_waivers',
] as const;

function toScoped(
  row: ScoreRow,
  outcomes: ReadonlyMap<string, Outcome>,
  exemptUntil: number | undefined,
): ScopedEntity {
  return {
    entityRef: row.entity_ref,
    name: row.name,
    title: row.title ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    tier: row.tier ?? undefined,
    level: row.level,
    targetLevel: EARNED_LEVELS.find(each => each === row.target_level),
    scoreLow: row.score_low ?? undefined,
    waivers: row.public_waivers,
    outcomes,
    exemptUntil,
  };
}

function includes(allowed: string[] | undefined, value: string | null) {
  return !allowed || allowed.length === 0 || allowed.includes(value ?? '');
}

interface OutcomeRow {
  entity_ref: string;
  check_id: string;
  outcome: Outcome;
}

interface ExemptRow {
  entity_ref: string;
  until_day: number | string;
}

/** What is stored about the entities in scope; nothing is evaluated. */
export class CampaignScopeStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  /** By name, then ref. */
  async entities(query: ScopeQuery): Promise<ScopedEntity[]> {
    const found = this.#inScope(query);
    if (query.limit !== undefined) {
      found.orderBy(['name', 'entity_ref']).limit(query.limit);
    }
    const [scores, outcomes, exempt] = await Promise.all([
      found.select<ScoreRow[]>(...SCORE_COLUMNS),
      this.#outcomes(query),
      this.#exempt(query.campaignId),
    ]);
    const outcomesOf = new Map<string, Map<string, Outcome>>();
    for (const { entity_ref: ref, check_id: id, outcome } of outcomes) {
      const known = outcomesOf.get(ref) ?? new Map<string, Outcome>();
      outcomesOf.set(ref, known.set(id, outcome));
    }
    const exemptUntil = new Map(
      exempt.map(row => [row.entity_ref, Number(row.until_day)]),
    );
    return scores
      .map(row =>
        toScoped(
          row,
          outcomesOf.get(row.entity_ref) ?? new Map(),
          exemptUntil.get(row.entity_ref),
        ),
      )
      .sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
  }

  /** One entity, in as many queries however many campaigns run. */
  async ofEntity(entityRef: string): Promise<EntityInCampaigns> {
    const [scores, outcomeRows, exempt] = await Promise.all([
      this.#database('entity_scores')
        .where({ entity_ref: entityRef })
        .select<PlacedScoreRow[]>(
          ...SCORE_COLUMNS,
          'scorecard_id',
          'type',
          'lifecycle',
        ),
      this.#database<OutcomeRow>('check_standings')
        .select('entity_ref', 'check_id', 'outcome')
        .where({ entity_ref: entityRef }),
      this.#database('campaign_exemptions')
        .select<(ExemptRow & { campaign_id: string })[]>(
          'campaign_id',
          'entity_ref',
          'until_day',
        )
        .where({ entity_ref: entityRef, status: 'approved', live: 1 }),
    ]);
    const outcomes = new Map(
      outcomeRows.map(row => [row.check_id, row.outcome]),
    );
    return {
      scores: new Map(
        scores.map(row => [
          row.scorecard_id,
          {
            entity: toScoped(row, outcomes, undefined),
            isLike: ({ lifecycles, tiers, types }) =>
              includes(types, row.type) &&
              includes(tiers, row.tier) &&
              includes(lifecycles, row.lifecycle),
          },
        ]),
      ),
      exemptUntil: new Map(
        exempt.map(row => [row.campaign_id, Number(row.until_day)]),
      ),
    };
  }

  async #outcomes(query: ScopeQuery): Promise<OutcomeRow[]> {
    if (query.checkIds.length === 0) {
      return [];
    }
    return this.#database<OutcomeRow>('check_standings')
      .select('entity_ref', 'check_id', 'outcome')
      .whereIn('check_id', query.checkIds)
      .whereIn('entity_ref', this.#inScope(query).select('entity_ref'));
  }

  async #exempt(campaignId: string | undefined): Promise<ExemptRow[]> {
    if (campaignId === undefined) {
      return [];
    }
    return this.#database('campaign_exemptions')
      .select('entity_ref', 'until_day')
      .where({ campaign_id: campaignId, status: 'approved', live: 1 });
  }

  #inScope(query: ScopeQuery): Knex.QueryBuilder {
    const { entityRef, entityRefs, members, scope, scorecardId } = query;
    const rows = this.#database('entity_scores').where(
      'scorecard_id',
      scorecardId,
    );
    if (entityRef !== undefined) {
      rows.where('entity_ref', entityRef);
    }
    if (entityRefs) {
      restrictTo(rows, { column: 'entity_ref', refs: entityRefs });
    }
    for (const [column, values] of [
      ['type', scope.types],
      ['tier', scope.tiers],
      ['lifecycle', scope.lifecycles],
    ] as const) {
      if (values && values.length > 0) {
        rows.whereIn(column, values);
      }
    }
    if (members) {
      rows.andWhere(any => {
        for (const each of members) {
          any.orWhere(one => restrictTo(one, each));
        }
      });
    }
    return rows;
  }
}

/** What the order of a list is by; the ref makes it unique. */
export type EntityKey = [name: string, entityRef: string];

export function keyOf(entity: ScopedEntity): EntityKey {
  return [entity.name, entity.entityRef];
}

export function compareKeys(a: EntityKey, b: EntityKey): number {
  const index = a[0] === b[0] ? 1 : 0;
  if (a[index] === b[index]) {
    return 0;
  }
  return a[index] < b[index] ? -1 : 1;
}
