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
import { Knex } from 'knex';
import { DAY_MS } from '../sla';
import {
  StoredUploadToken,
  UploadTokenPosition,
  UploadTokenStore,
} from '../store/UploadTokenStore';
import { generateUploadToken, isUsable } from '../uploadToken';
import { Cursors } from './cursor';
import { EntityRights } from './EntityRights';
import { toUploadToken } from './toUploadToken';

const DEFAULT_DAYS = 90;
const DEFAULT_LIMIT = 50;
const BATCH = 500;
/** What one page looks through for tokens that the caller may see. */
const MOST_BATCHES = 10;

/** For how long a token works on after another took its place. */
const REPLACED_WORKS_MS = DAY_MS;

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

export interface UploadTokensOptions {
  cursors: Cursors;
  database: Knex;
  tokens: UploadTokenStore;
  rights: EntityRights;
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

  /**
   * Tokens all of whose entities the caller may see tokens of. A page may have
   * fewer than its limit, and others behind it.
   */
  async list(
    credentials: UserCredentials,
    query: UploadTokensQuery,
  ): Promise<Page<UploadToken>> {
    const { clock, tokens } = this.#options;
    const { cursor, limit = DEFAULT_LIMIT, ...list } = query;
    const found: UploadToken[] = [];
    let after = cursor
      ? toPosition(this.#options.cursors.decode(cursor, ['tokens', list]))
      : undefined;
    let last: UploadTokenPosition | undefined;
    let more = false;
    let batches = 0;
    let batch: StoredUploadToken[];
    do {
      batch = await tokens.listMinted(list.entityRef, after, BATCH);
      const readable = await this.#allowed(
        credentials,
        tokenReadPermission,
        batch,
      );
      const managed = await this.#allowed(
        credentials,
        tokenManagePermission,
        batch,
      );
      for (const token of batch.filter(({ id }) => readable.has(id))) {
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
      batches += 1;
    } while (!more && batch.length === BATCH && batches < MOST_BATCHES);
    if (!more && batch.length === BATCH) {
      more = true;
      last = after;
    }
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
    const granted = await this.#options.rights.among(
      credentials,
      tokenManagePermission,
      entityRefs,
    );
    const refused = entityRefs.find(entityRef => !granted.has(entityRef));
    if (refused !== undefined) {
      throw new NotAllowedError(
        `You may not manage upload tokens of ${refused}`,
      );
    }
  }

  /** Ids of the tokens for all of whose entities the permission is granted. */
  async #allowed(
    credentials: UserCredentials,
    permission: ResourcePermission,
    tokens: StoredUploadToken[],
  ): Promise<Set<string>> {
    const granted = await this.#options.rights.among(
      credentials,
      permission,
      tokens.flatMap(({ entityRefs }) => entityRefs),
    );
    return new Set(
      tokens
        .filter(({ entityRefs }) => entityRefs.every(ref => granted.has(ref)))
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
