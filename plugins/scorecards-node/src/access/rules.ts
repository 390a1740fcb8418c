import {
  createConditionExports,
  createPermissionRule,
  PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { normalizeEntityRef } from '../entities/entityRef';

/** An entity, as far as access to what stands behind it is decided. @public */
export interface EntityAccessResource {
  entityRef: string;
  ownerRef?: string;
}

/** A rule as a filter of a list. @public */
export interface EntityAccessFilter {
  column: 'entityRef' | 'ownerRef';
  values: string[];
}

/**
 * A resource type whose resources are entities, named by their refs; make one
 * with `createPermissionResourceRef`.
 *
 * @public
 */
export type EntityAccessResourceRef<T extends string = string> =
  PermissionResourceRef<EntityAccessResource, EntityAccessFilter, T>;

/**
 * The two rules by which a policy says who may see what stands behind an
 * entity: `isEntityOwner` and `entityIsOneOf`, with the exports that a policy
 * author needs.
 *
 * @public
 */
export function createEntityAccessRules<T extends string>(
  resourceRef: EntityAccessResourceRef<T>,
) {
  const isEntityOwner = createPermissionRule({
    name: 'IS_ENTITY_OWNER',
    description: 'Allow what belongs to entities that one of the claims owns',
    resourceRef,
    paramsSchema: z.object({
      claims: z
        .array(z.string())
        .describe('Refs of the user and of the groups that they belong to'),
    }),
    apply: (entity, { claims }) =>
      entity.ownerRef !== undefined &&
      claims.map(normalizeEntityRef).includes(entity.ownerRef),
    toQuery: ({ claims }) => ({
      column: 'ownerRef',
      values: claims.map(normalizeEntityRef),
    }),
  });
  const entityIsOneOf = createPermissionRule({
    name: 'ENTITY_IS_ONE_OF',
    description: 'Allow what belongs to the given entities',
    resourceRef,
    paramsSchema: z.object({
      entityRefs: z.array(z.string()).describe('Refs of the entities'),
    }),
    apply: (entity, { entityRefs }) =>
      entityRefs.map(normalizeEntityRef).includes(entity.entityRef),
    toQuery: ({ entityRefs }) => ({
      column: 'entityRef',
      values: entityRefs.map(normalizeEntityRef),
    }),
  });
  const rules = { isEntityOwner, entityIsOneOf };
  return {
    resourceRef,
    rules,
    ...createConditionExports({ resourceRef, rules }),
  };
}

/** @public */
export type EntityAccessRules<T extends string = string> = ReturnType<
  typeof createEntityAccessRules<T>
>;
