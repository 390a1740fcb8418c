/** @public */
export const UPLOAD_TOKEN_STATES = [
  'active',
  'replaced',
  'expired',
  'revoked',
] as const;

/**
 * Whether an upload token works: `active` and, for up to 24 hours more,
 * `replaced` ones do.
 *
 * @public
 */
export type UploadTokenState = (typeof UPLOAD_TOKEN_STATES)[number];

/** Most days for which an upload token may be valid. @public */
export const MOST_UPLOAD_TOKEN_DAYS = 365;

/** What is known of an upload token; never its secret. @public */
export interface UploadToken {
  id: string;
  name: string;
  /** The entities that it may send reports for. */
  entityRefs: string[];
  createdBy: string;
  /** ISO 8601, UTC, as all times here. */
  createdAt: string;
  expiresAt: string;
  /** To the minute. */
  lastUsedAt?: string;
  revokedAt?: string;
  /** Id of the token that took its place. */
  replacedBy?: string;
  state: UploadTokenState;
  /** Whether the caller may rotate and revoke it. */
  manageable: boolean;
}

/** Answer to making or rotating an upload token. @public */
export interface MintedUploadToken extends UploadToken {
  /** The token itself, shown this once. */
  token: string;
}

/** @public */
export interface UploadTokenRequest {
  name: string;
  entityRefs: string[];
  /** From 1 to {@link MOST_UPLOAD_TOKEN_DAYS}, 90 by default. */
  expiresInDays?: number;
}

/** @public */
export interface UploadTokensQuery {
  entityRef?: string;
  cursor?: string;
  limit?: number;
}

/** Answer to the exchange of an ID token of a pipeline. @public */
export interface ExchangedUploadToken {
  token: string;
  entityRef: string;
  expiresAt: string;
}
