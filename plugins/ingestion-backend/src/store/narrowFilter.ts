import { Knex } from 'knex';
import { ScopeMembers } from './CatalogTreeStore';
import type { FindingFilter } from './FindingListStore';
import { whereAmong } from './whereAmong';

/** More than these are left to the database to look up. */
const MOST_LISTED = 1000;

/**
 * What a filter comes down to. Known values let the database choose the right
 * index; behind a subquery it may walk through all findings in search of the
 * few, or none, that match.
 */
export interface NarrowedFilter extends FindingFilter {
  /** Only these entities can have what is looked for. */
  entityRefs?: string[];
  /** Rules that are named as looked for. */
  ruleKeys?: string[];
  /** Rules with the KEV or EPSS that is looked for. */
  threatRuleKeys?: string[];
}

/** Undefined when nothing can match. */
export async function narrowFilter(
  database: Knex,
  filter: FindingFilter,
): Promise<NarrowedFilter | undefined> {
  if (filter.visibility.kind === 'none') {
    return undefined;
  }
  const entityRefs = await listEntities(database, filter);
  if (entityRefs?.length === 0) {
    return undefined;
  }
  const threatRuleKeys = await listThreatenedRules(database, filter);
  if (threatRuleKeys?.length === 0) {
    return undefined;
  }
  return {
    ...filter,
    threatRuleKeys:
      threatRuleKeys && threatRuleKeys.length <= MOST_LISTED
        ? threatRuleKeys
        : undefined,
    entityRefs:
      entityRefs && entityRefs.length <= MOST_LISTED ? entityRefs : undefined,
    ruleKeys: filter.q
      ? await database('rule_tokens')
          .where({ token: filter.q.toLocaleLowerCase('en-US') })
          .limit(MOST_LISTED)
          .pluck('rule_key')
      : undefined,
  };
}

async function listEntities(
  database: Knex,
  filter: FindingFilter,
): Promise<string[] | undefined> {
  if (!isLimited(filter) && !filter.tool) {
    return undefined;
  }
  return listPossibleEntities(database, filter, MOST_LISTED + 1);
}

/** Entities whose findings a filter can leave. */
export async function listPossibleEntities(
  database: Knex,
  filter: FindingFilter,
  limit: number,
): Promise<string[]> {
  const { tool } = filter;
  const query = database('entity_states')
    .limit(limit)
    .pluck('entity_states.entity_ref');
  if (filter.entityRef) {
    query.where('entity_states.entity_ref', filter.entityRef);
  }
  if (isLimited(filter)) {
    query.whereIn(
      'entity_states.entity_ref',
      visibleEntities(database, filter),
    );
  }
  if (tool) {
    query.whereIn(
      'entity_states.entity_ref',
      database('scopes').where({ tool }).select('entity_ref'),
    );
  }
  return query;
}

async function listThreatenedRules(
  database: Knex,
  filter: FindingFilter,
): Promise<string[] | undefined> {
  if (!filter.kev && filter.epssAtLeast === undefined) {
    return undefined;
  }
  return threatenedRules(database, filter)
    .limit(MOST_LISTED + 1)
    .pluck('rule_key');
}

/** Rules of what is exploited, or may be with at least some probability. */
export function threatenedRules(
  database: Knex,
  { epssAtLeast, kev }: FindingFilter,
): Knex.QueryBuilder {
  const rules = database('rule_intelligence').select('rule_key');
  if (kev) {
    rules.where('kev', 1);
  }
  if (epssAtLeast !== undefined) {
    rules.where('epss', '>=', epssAtLeast);
  }
  return rules;
}

type EntityLimits = Pick<FindingFilter, 'ownedBy' | 'scope' | 'visibility'>;

/** Whether only findings of some entities are looked for. */
export function isLimited(limits: EntityLimits): boolean {
  const { ownedBy, scope, visibility } = limits;
  return (
    visibility.kind === 'where' || ownedBy !== undefined || scope !== undefined
  );
}

/** Entities that the caller may see, and that belong to what is asked for. */
export function visibleEntities(
  database: Knex,
  { ownedBy, scope, visibility }: EntityLimits,
): Knex.QueryBuilder {
  const entities = database('synchrony_entities').select('entity_ref');
  if (ownedBy) {
    entities.where('owner_ref', ownedBy);
  }
  if (scope) {
    onlyWithin(database, entities, scope);
  }
  if (visibility.kind === 'where') {
    visibility.apply(entities, {
      entityRef: 'synchrony_entities.entity_ref',
      ownerRef: 'synchrony_entities.owner_ref',
    });
  }
  return entities;
}

function onlyWithin(
  database: Knex,
  entities: Knex.QueryBuilder,
  scope: ScopeMembers,
): void {
  if ('ownerRefs' in scope) {
    whereAmong(entities, database, 'owner_ref', scope.ownerRefs);
    return;
  }
  const { wholeRefs } = scope;
  entities.where(either => {
    whereAmong(either, database, 'system_ref', wholeRefs);
    either.orWhere(itself =>
      whereAmong(itself, database, 'entity_ref', wholeRefs),
    );
  });
}
