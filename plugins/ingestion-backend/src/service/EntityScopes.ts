import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  EntityScope,
  EntityScopesPage,
  EntityScopesQuery,
  findingReadPermission,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { RetirementStore } from '../store/RetirementStore';
import { ScopeStore, StoredScope } from '../store/ScopeStore';
import { Cursors } from './cursor';
import { TriageAccess } from './TriageAccess';

const DEFAULT_LIMIT = 50;
const MOST_SCOPES_COUNTED = 10_000;

export interface EntityScopesOptions {
  cursors: Cursors;
  auth: AuthService;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  scopes: ScopeStore;
  retirements: RetirementStore;
  triageAccess: TriageAccess;
}

/** The scopes of an entity, for people. */
export class EntityScopes {
  readonly #options: EntityScopesOptions;

  constructor(options: EntityScopesOptions) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    entityRef: string,
    query: EntityScopesQuery,
  ): Promise<EntityScopesPage> {
    const { auth, cursors, retirements, triageAccess } = this.#options;
    await this.#require(credentials, entityRef);
    const { cursor, limit = DEFAULT_LIMIT, retired = false } = query;
    const list = ['scopes', entityRef, retired];
    const [lastScanAt, id] = cursor
      ? cursors.decode(cursor, list).position.map(Number)
      : [];
    const found = await retirements.listIds(entityRef, {
      retired,
      after: cursor ? { lastScanAt, id } : undefined,
      limit: limit + 1,
    });
    const items = await this.read(entityRef, found.slice(0, limit));
    const last = items.at(-1);
    const count = await retirements.count(entityRef, {
      retired,
      limit: MOST_SCOPES_COUNTED + 1,
    });
    const mayTriage = await triageAccess.triageable(credentials, [entityRef]);
    return {
      items,
      totalItems: Math.min(count, MOST_SCOPES_COUNTED),
      ...(count > MOST_SCOPES_COUNTED && { totalIsLowerBound: true }),
      pageInfo: {
        nextCursor:
          found.length > limit && last
            ? cursors.encode(
                {
                  position: [Date.parse(last.lastScanAt), Number(last.id)],
                  backwards: false,
                },
                list,
              )
            : undefined,
      },
      mayRetire:
        auth.isPrincipal(credentials, 'user') && mayTriage.has(entityRef),
    };
  }

  /** Scopes by id, in that order. */
  async read(entityRef: string, ids: number[]): Promise<EntityScope[]> {
    const { retirements, scopes } = this.#options;
    const known = new Map(
      (await scopes.list(entityRef)).map(scope => [scope.id, scope]),
    );
    const counts = await retirements.countPresent(ids);
    return ids.flatMap(id => {
      const scope = known.get(id);
      return scope ? [toEntityScope(scope, counts.get(id) ?? 0)] : [];
    });
  }

  async #require(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<void> {
    const { access, catalogVisibility, entities } = this.#options;
    const visible = await catalogVisibility.filter(credentials, [entityRef]);
    const entity = (await entities.get([entityRef])).get(entityRef);
    if (!visible.has(entityRef) || !entity) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
    await access.require(credentials, findingReadPermission, entityRef);
  }
}

function toEntityScope(scope: StoredScope, findings: number): EntityScope {
  const { lastCompleteAt, retired } = scope;
  return {
    id: String(scope.id),
    tool: scope.tool,
    category: scope.category || undefined,
    ref: scope.ref || undefined,
    environment: scope.environment || undefined,
    counts: scope.counted,
    lastScanAt: isoOf(scope.lastScanAt),
    lastCompleteAt:
      lastCompleteAt === undefined ? undefined : isoOf(lastCompleteAt),
    lastReportId: scope.lastReportId,
    findings,
    retired: retired && { ...retired, at: isoOf(retired.at) },
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
