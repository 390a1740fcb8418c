import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  findingReadPermission,
  FindingsQuery,
  FindingStatus,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
} from '@synchrony/backstage-plugin-scorecards-node';
import { decodeGroupId } from '../groups';
import { CatalogTreeStore } from '../store/CatalogTreeStore';
import { shortRef } from '../scope/defaultRef';
import { EntityState, EntityStateStore } from '../store/EntityStateStore';
import { FindingFilter, FindingListStore } from '../store/FindingListStore';
import { NarrowedFilter } from '../store/narrowFilter';
import { RequestError } from './RequestError';
import { toTimeRange } from './timeRange';

/** Entities that one question to the catalog may be about. */
const MOST_ENTITIES_ASKED = 1000;

/** Vanished entities that each part of a query may name. */
const MOST_VANISHED_NAMED = 100;

const ALL_STATUSES: FindingStatus[] = [
  'open',
  'resolved',
  'dismissed',
  'risk_accepted',
];

/** What narrows a list of findings. */
export type FindingsFilterQuery = Omit<
  FindingsQuery,
  'cursor' | 'limit' | 'orderBy'
>;

/** What a caller gets to see of what a query asks for. */
export interface ScopedFindings {
  filter: NarrowedFilter;
  /** `some`: the catalog has still to be asked for the rows that are found. */
  catalog: 'all' | 'some';
}

export interface FindingScopeOptions {
  lists: FindingListStore;
  states: EntityStateStore;
  catalogTrees: Pick<CatalogTreeStore, 'membersOf'>;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  clock: () => Date;
}

/** Turns queries into filters that let through what the caller may see. */
export class FindingScope {
  readonly #options: FindingScopeOptions;

  constructor(options: FindingScopeOptions) {
    this.#options = options;
  }

  /** For rows; undefined when nothing can be found. */
  async ofRows(
    credentials: BackstageCredentials,
    query: FindingsFilterQuery,
  ): Promise<ScopedFindings | undefined> {
    const { catalogVisibility, lists } = this.#options;
    const mode = await catalogVisibility.mode(credentials);
    const { scopeRef } = query;
    if (
      mode === 'none' ||
      (scopeRef !== undefined &&
        !(await catalogVisibility.filter(credentials, [scopeRef])).has(
          scopeRef,
        ))
    ) {
      return undefined;
    }
    const narrowed = await lists.narrow(await this.#filter(credentials, query));
    return narrowed && { filter: narrowed, catalog: mode };
  }

  /**
   * For counts, which no row can be taken out of afterwards: the catalog is
   * asked before. `isPart` tells that there were too many entities to ask for.
   */
  async ofCounts(
    credentials: BackstageCredentials,
    query: FindingsFilterQuery,
  ): Promise<{ filter: NarrowedFilter; isPart: boolean } | undefined> {
    const { catalogVisibility, lists } = this.#options;
    const scoped = await this.ofRows(credentials, query);
    if (!scoped || scoped.catalog === 'all') {
      return scoped && { filter: scoped.filter, isPart: false };
    }
    const { filter } = scoped;
    const possible = await lists.listEntities(filter, MOST_ENTITIES_ASKED + 1);
    const entityRefs = [
      ...(await catalogVisibility.filter(
        credentials,
        possible.slice(0, MOST_ENTITIES_ASKED),
      )),
    ];
    return entityRefs.length === 0
      ? undefined
      : {
          filter: { ...filter, entityRefs },
          isPart: possible.length > MOST_ENTITIES_ASKED,
        };
  }

  async #filter(
    credentials: BackstageCredentials,
    query: FindingsFilterQuery,
  ): Promise<FindingFilter> {
    const { access, catalogTrees, clock, states } = this.#options;
    const resolved = toTimeRange(query, 'resolved');
    const usual = resolved ? 'resolved' : 'open';
    const ref = query.ref ? shortRef(query.ref) : undefined;
    const state =
      query.entityRef &&
      (await states.get([query.entityRef])).get(query.entityRef);
    return {
      entityRef: query.entityRef,
      ownedBy: query.ownedBy,
      scope:
        query.scopeRef === undefined
          ? undefined
          : await catalogTrees.membersOf(query.scopeRef),
      ref: state && state.defaultRef === ref ? undefined : ref,
      statuses: query.status === 'all' ? ALL_STATUSES : [query.status ?? usual],
      severities: query.severity?.map(word => SEVERITIES.indexOf(word)),
      types: query.type,
      tool: query.tool,
      environment: toEnvironment(query),
      overdue: query.overdue,
      kev: query.kev,
      epssAtLeast: query.epssAtLeast,
      due: query.due,
      firstSeen: toTimeRange(query, 'firstSeen'),
      resolved,
      adjusted: query.adjusted,
      group: toGroup(query),
      q: query.q,
      now: clock().getTime(),
      visibility: await access.visible(credentials, findingReadPermission),
      vanished: await this.#vanished(state || undefined),
    };
  }

  async #vanished(
    state: EntityState | undefined,
  ): Promise<string[] | undefined> {
    if (state) {
      return state.vanished ? [state.entityRef] : [];
    }
    const refs = await this.#options.states.listVanished(
      MOST_VANISHED_NAMED + 1,
    );
    return refs.length > MOST_VANISHED_NAMED ? undefined : refs;
  }
}

/** Without an entity every scope would have to be looked at. */
function toEnvironment({
  entityRef,
  environment,
}: FindingsFilterQuery): string | undefined {
  if (environment !== undefined && entityRef === undefined) {
    throw new RequestError(
      400,
      'environment: belongs to an entity, so entityRef is needed',
      'query.environment',
    );
  }
  return environment;
}

function toGroup({
  entityRef,
  group,
}: FindingsFilterQuery): FindingFilter['group'] {
  if (group === undefined) {
    return undefined;
  }
  const key = decodeGroupId(group);
  if (!key) {
    throw new RequestError(
      400,
      'group: must be the id of a group of findings',
      'query.group',
    );
  }
  if (entityRef === undefined) {
    throw new RequestError(
      400,
      'group: belongs to an entity, so entityRef is needed',
      'query.group',
    );
  }
  return key;
}
