import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  MintedUploadToken,
  Page,
  tokenManagePermission,
  tokenReadPermission,
  UploadToken,
  UploadTokenRequest,
  UploadTokensQuery,
} from '@synchrony/backstage-plugin-ingestion-common';
import {
  CatalogVisibility,
  EntityAccess,
  EntityProjection,
} from '@synchrony/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DAY_MS } from '../sla';
import {
  StoredUploadToken,
  UploadTokenPosition,
  UploadTokenStore,
} from '../store/UploadTokenStore';
import { generateUploadToken, isUsable } from '../uploadToken';
import { Cursors } from './cursor';
import { toUploadToken } from './toUploadToken';

const DEFAULT_DAYS = 90;
const DEFAULT_LIMIT = 50;
const BATCH = 500;

/** For how long a token works on after another took its place. */
const REPLACED_WORKS_MS = DAY_MS;

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

export interface UploadTokensOptions {
  cursors: Cursors;
  database: Knex;
  tokens: UploadTokenStore;
  access: EntityAccess;
  catalogVisibility: CatalogVisibility;
  entities: Pick<EntityProjection, 'get'>;
  clock: () => Date;
}

/** Upload tokens as people manage them. */
export class UploadTokens {
  readonly #options: UploadTokensOptions;

  constructor(options: UploadTokensOptions) {
    this.#options = options;
  }

  async mint(
    credentials: UserCredentials,
    request: UploadTokenRequest,
  ): Promise<MintedUploadToken> {
    const { clock, database, tokens } = this.#options;
    const entityRefs = [...new Set(request.entityRefs)].sort();
    await this.#requireManage(credentials, entityRefs);
    const now = clock().getTime();
    const { text, ...generated } = generateUploadToken();
    const token: StoredUploadToken = {
      ...generated,
      name: request.name,
      entityRefs,
      createdBy: credentials.principal.userEntityRef,
      createdAt: now,
      expiresAt: now + (request.expiresInDays ?? DEFAULT_DAYS) * DAY_MS,
    };
    await tokens.insert(database, token);
    return { ...toUploadToken(token, { now, manageable: true }), token: text };
  }

  /** Tokens all of whose entities the caller may see tokens of. */
  async list(
    credentials: UserCredentials,
    query: UploadTokensQuery,
  ): Promise<Page<UploadToken>> {
    const { clock, tokens } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT, ...list } = query;
    const found: UploadToken[] = [];
    let after = cursor ? toPosition(this.#options.cursors.decode(cursor, ['tokens', list])) : undefined;
    let last: UploadTokenPosition | undefined;
    let more = false;
    let batch: StoredUploadToken[];
    do {
      batch = await tokens.listMinted(after, BATCH);
      const named = batch.filter(
        token => !list.entityRef || token.entityRefs.includes(list.entityRef),
      );
      const readable = await this.#allowed(
        credentials,
        tokenReadPermission,
        named,
      );
      const managed = await this.#allowed(
        credentials,
        tokenManagePermission,
        named,
      );
      for (const token of named.filter(({ id }) => readable.has(id))) {
        if (found.length === limit) {
          more = true;
          break;
        }
        const manageable = managed.has(token.id);
        const now = clock().getTime();
        found.push(toUploadToken(token, { now, manageable }));
        last = token;
      }
      after = batch.at(-1);
    } while (!more && batch.length === BATCH);
    return {
      items: found,
      totalItems: found.length,
      ...((more || cursor !== undefined) && { totalIsLowerBound: true }),
      pageInfo: {
        ...(more &&
          last && {
            nextCursor: this.#options.cursors.encode(
              { position: [last.createdAt, last.id], backwards: false },
              ['tokens', list],
            ),
          }),
      },
    };
  }

  /** Makes a token in place of another one. */
  async rotate(
    credentials: UserCredentials,
    id: string,
  ): Promise<MintedUploadToken> {
    const { clock, database, tokens } = this.#options;
    const old = await this.#require(credentials, id);
    const now = clock().getTime();
    const { text, ...generated } = generateUploadToken();
    const token: StoredUploadToken = {
      ...generated,
      name: old.name,
      entityRefs: old.entityRefs,
      createdBy: credentials.principal.userEntityRef,
      createdAt: now,
      expiresAt: now + old.expiresAt - old.createdAt,
    };
    await database.transaction(async tx => {
      await tokens.insert(tx, token);
      const replaced =
        isUsable(old, now) &&
        (await tokens.replace(tx, id, {
          replacedBy: token.id,
          expiresAt: Math.min(old.expiresAt, now + REPLACED_WORKS_MS),
        }));
      if (!replaced) {
        throw new ConflictError(
          'This token was rotated before, was revoked or expired; make a new one',
        );
      }
    });
    return { ...toUploadToken(token, { now, manageable: true }), token: text };
  }

  async revoke(credentials: UserCredentials, id: string): Promise<void> {
    const { clock, tokens } = this.#options;
    await this.#require(credentials, id);
    await tokens.revoke(id, clock().getTime());
  }

  /** What may not be seen answers as what does not exist. */
  async #require(
    credentials: UserCredentials,
    id: string,
  ): Promise<StoredUploadToken> {
    const token = await this.#options.tokens.get(id);
    const readable =
      token &&
      token.origin === undefined &&
      (await this.#allowed(credentials, tokenReadPermission, [token])).has(id);
    if (!readable) {
      throw new NotFoundError(`There is no upload token ${id}`);
    }
    await this.#requireManage(credentials, token.entityRefs);
    return token;
  }

  async #requireManage(
    credentials: UserCredentials,
    entityRefs: string[],
  ): Promise<void> {
    const { access } = this.#options;
    for (const entityRef of entityRefs) {
      if (!(await access.can(credentials, tokenManagePermission, entityRef))) {
        throw new NotAllowedError(
          `You may not manage upload tokens of ${entityRef}`,
        );
      }
    }
  }

  /** Ids of the tokens for all of whose entities the permission is granted. */
  async #allowed(
    credentials: UserCredentials,
    permission: ResourcePermission,
    tokens: StoredUploadToken[],
  ): Promise<Set<string>> {
    const { access, catalogVisibility, entities } = this.#options;
    const visibility = await access.visible(credentials, permission);
    if (visibility.kind === 'none' || tokens.length === 0) {
      return new Set();
    }
    const refs = [...new Set(tokens.flatMap(({ entityRefs }) => entityRefs))];
    const rows =
      visibility.kind === 'where' ? await entities.get(refs) : new Map();
    const inCatalog =
      (await catalogVisibility.mode(credentials)) === 'all'
        ? undefined
        : await catalogVisibility.filter(credentials, refs);
    const granted = (entityRef: string) =>
      (!inCatalog || inCatalog.has(entityRef)) &&
      (visibility.kind !== 'where' ||
        visibility.matches({
          entityRef,
          ownerRef: rows.get(entityRef)?.ownerRef,
        }));
    return new Set(
      tokens
        .filter(({ entityRefs }) => entityRefs.every(granted))
        .map(({ id }) => id),
    );
  }
}

function toPosition({
  position: [createdAt, id],
}: {
  position: (number | string)[];
}): UploadTokenPosition {
  return { createdAt: Number(createdAt), id: String(id) };
}
