import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { EntityAccessResource } from './rules';

/** What a caller may see, as a filter of a list. @public */
export type EntityVisibility =
  | { kind: 'all' }
  | { kind: 'none' }
  | {
      kind: 'where';
      /** Adds the filter to a query. */
      apply(
        query: Knex.QueryBuilder,
        columns: { entityRef: string; ownerRef: string },
      ): void;
      /** The same decision about one entity. */
      matches(entity: EntityAccessResource): boolean;
    };

/** Who may see what stands behind an entity. @public */
export interface EntityAccess {
  /** One decision for a whole list. */
  visible(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<EntityVisibility>;
  /** Throws `NotAllowedError` unless the caller is allowed. */
  require(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<void>;
  can(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<boolean>;
}

/** Which entities a caller may see in the catalog. @public */
export interface CatalogVisibility {
  /** Of these refs, those that the caller may see. */
  filter(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<Set<string>>;
  /** `some`: only {@link CatalogVisibility.filter} can tell. */
  mode(credentials: BackstageCredentials): Promise<'all' | 'none' | 'some'>;
}
