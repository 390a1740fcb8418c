import { Knex } from 'knex';
import { toNumber, toOptionalNumber } from './engine';

/** An upload token as it is kept. */
export interface StoredUploadToken {
  id: string;
  name: string;
  secretHash: string;
  entityRefs: string[];
  /** Of exchanged tokens: the pipeline, as JSON. */
  origin?: string;
  createdBy: string;
  createdAt: number;
  expiresAt: number;
  lastUsedAt?: number;
  revokedAt?: number;
  replacedBy?: string;
}

/** Where a page begins: the last row of the page before. */
export interface UploadTokenPosition {
  createdAt: number;
  id: string;
}

interface UploadTokenRow {
  id: string;
  name: string;
  secret_hash: string;
  entity_refs: string;
  origin: string | null;
  created_by: string;
  created_at: number | string;
  expires_at: number | string;
  last_used_at: number | string | null;
  revoked_at: number | string | null;
  replaced_by: string | null;
}

function toStored(row: UploadTokenRow): StoredUploadToken {
  return {
    id: row.id,
    name: row.name,
    secretHash: row.secret_hash,
    entityRefs: JSON.parse(row.entity_refs),
    origin: row.origin ?? undefined,
    createdBy: row.created_by,
    createdAt: toNumber(row.created_at),
    expiresAt: toNumber(row.expires_at),
    lastUsedAt: toOptionalNumber(row.last_used_at),
    revokedAt: toOptionalNumber(row.revoked_at),
    replacedBy: row.replaced_by ?? undefined,
  };
}

/** Upload tokens, without their secrets. */
export class UploadTokenStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async insert(database: Knex, token: StoredUploadToken): Promise<void> {
    await database('upload_tokens').insert({
      id: token.id,
      name: token.name,
      secret_hash: token.secretHash,
      entity_refs: JSON.stringify(token.entityRefs),
      origin: token.origin ?? null,
      created_by: token.createdBy,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    });
  }

  async get(id: string): Promise<StoredUploadToken | undefined> {
    const row = await this.#database<UploadTokenRow>('upload_tokens')
      .where({ id })
      .first();
    return row && toStored(row);
  }

  /** Tokens that people made, for an entity or any, newest first. */
  async listMinted(
    entityRef: string | undefined,
    after: UploadTokenPosition | undefined,
    limit: number,
  ): Promise<StoredUploadToken[]> {
    const query = this.#database<UploadTokenRow>('upload_tokens')
      .whereNull('origin')
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (entityRef !== undefined) {
      const text = JSON.stringify(entityRef).replace(/[\\%_]/g, '\\$&');
      query.whereRaw(`entity_refs LIKE ? ESCAPE '\\'`, [`%${text}%`]);
    }
    if (after) {
      query.whereRaw('(created_at, id) < (?, ?)', [after.createdAt, after.id]);
    }
    return (await query).map(toStored);
  }

  /** Of the issuers of the last exchanges, when each came last; milliseconds. */
  async lastExchanges(limit: number): Promise<Map<string, number>> {
    const some = this.#database('upload_tokens')
      .whereNotNull('origin')
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit)
      .select('created_by', 'created_at')
      .as('some');
    const rows: { created_by: string; last: number | string }[] =
      await this.#database
        .from(some)
        .groupBy('created_by')
        .select('created_by', this.#database.raw('MAX(created_at) AS last'));
    return new Map(rows.map(row => [row.created_by, toNumber(row.last)]));
  }

  async setLastUsed(id: string, at: number): Promise<void> {
    await this.#database('upload_tokens')
      .where({ id })
      .update({ last_used_at: at });
  }

  /** False when it was replaced or revoked before. */
  async replace(
    tx: Knex.Transaction,
    id: string,
    replacement: { replacedBy: string; expiresAt: number },
  ): Promise<boolean> {
    const count = await tx('upload_tokens')
      .where({ id })
      .whereNull('replaced_by')
      .whereNull('revoked_at')
      .update({
        replaced_by: replacement.replacedBy,
        expires_at: replacement.expiresAt,
      });
    return count === 1;
  }

  /** Once revoked, always revoked, since the first time. */
  async revoke(id: string, at: number): Promise<void> {
    await this.#database('upload_tokens')
      .where({ id })
      .whereNull('revoked_at')
      .update({ revoked_at: at });
  }

  async deleteExchangedBefore(before: number): Promise<number> {
    return this.#database('upload_tokens')
      .whereNotNull('origin')
      .where('expires_at', '<', before)
      .delete();
  }
}
