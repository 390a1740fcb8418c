import { NotAllowedError } from '@backstage/errors';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';
import { normalizeEntityRef } from '../entities/entityRef';
import { EntityAccessFilter, EntityAccessResource } from './rules';

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

/**
 * What a policy answers, as filters. A rule or a parameter that is not known
 * here denies: a policy that cannot be understood opens nothing.
 */
export function toFilters(
  criteria: PermissionCriteria<PermissionCondition>,
  resourceType: string,
): PermissionCriteria<EntityAccessFilter> {
  if (isAndCriteria(criteria)) {
    const [first, ...rest] = criteria.allOf.map(item =>
      toFilters(item, resourceType),
    );
    return { allOf: [first, ...rest] };
  }
  if (isOrCriteria(criteria)) {
    const [first, ...rest] = criteria.anyOf.map(item =>
      toFilters(item, resourceType),
    );
    return { anyOf: [first, ...rest] };
  }
  if (isNotCriteria(criteria)) {
    return { not: toFilters(criteria.not, resourceType) };
  }
  const claims = criteria.params?.claims;
  const entityRefs = criteria.params?.entityRefs;
  if (criteria.resourceType === resourceType) {
    if (criteria.rule === 'IS_ENTITY_OWNER' && isTexts(claims)) {
      return { column: 'ownerRef', values: claims.map(normalizeEntityRef) };
    }
    if (criteria.rule === 'ENTITY_IS_ONE_OF' && isTexts(entityRefs)) {
      return {
        column: 'entityRef',
        values: entityRefs.map(normalizeEntityRef),
      };
    }
  }
  throw new NotAllowedError(
    `The permission policy uses rule ${criteria.rule} of ${criteria.resourceType}, which is not understood here`,
  );
}

export function matches(
  filters: PermissionCriteria<EntityAccessFilter>,
  entity: EntityAccessResource,
): boolean {
  if (isAndCriteria(filters)) {
    return filters.allOf.every(item => matches(item, entity));
  }
  if (isOrCriteria(filters)) {
    return filters.anyOf.some(item => matches(item, entity));
  }
  if (isNotCriteria(filters)) {
    return !matches(filters.not, entity);
  }
  const value = entity[filters.column];
  return value !== undefined && filters.values.includes(value);
}

export function applyFilters(
  query: Knex.QueryBuilder,
  filters: PermissionCriteria<EntityAccessFilter>,
  columns: { entityRef: string; ownerRef: string },
): void {
  if (isAndCriteria(filters)) {
    for (const item of filters.allOf) {
      query.andWhere(inner => applyFilters(inner, item, columns));
    }
  } else if (isOrCriteria(filters)) {
    query.andWhere(any => {
      for (const item of filters.anyOf) {
        any.orWhere(inner => applyFilters(inner, item, columns));
      }
    });
  } else if (isNotCriteria(filters)) {
    query.whereNot(inner => applyFilters(inner, filters.not, columns));
  } else {
    query
      .whereIn(columns[filters.column], filters.values)
      .whereNotNull(columns[filters.column]);
  }
}
