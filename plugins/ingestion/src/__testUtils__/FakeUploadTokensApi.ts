import { NotAllowedError } from '@backstage/errors';
import {
  MintedUploadToken,
  OidcIssuersApi,
  Page,
  TrustedIssuer,
  UploadToken,
  UploadTokenRequest,
  UploadTokensApi,
  UploadTokensQuery,
} from '@synchrony/backstage-plugin-ingestion-common';
import { daysFromNow, ENTITY_REF, pageOf } from './fixtures';

export function uploadToken(change: Partial<UploadToken> = {}): UploadToken {
  return {
    id: 't1',
    name: 'GitLab of instant payments',
    entityRefs: [ENTITY_REF],
    createdBy: 'user:default/ann',
    createdAt: daysFromNow(-10),
    expiresAt: daysFromNow(80),
    lastUsedAt: daysFromNow(-1),
    state: 'active',
    manageable: true,
    ...change,
  };
}

/** Answers what a test sets, and keeps what was done. */
export class FakeUploadTokensApi implements UploadTokensApi, OidcIssuersApi {
  tokens: Page<UploadToken> = pageOf([uploadToken()]);
  /** Undefined for those who may not see them. */
  issuers?: TrustedIssuer[];
  error?: Error;
  /** What minting fails with. */
  refusal?: Error;
  readonly asked: UploadTokensQuery[] = [];
  readonly minted: UploadTokenRequest[] = [];
  readonly rotated: string[] = [];
  readonly revoked: string[] = [];

  async getUploadTokens(query: UploadTokensQuery) {
    this.asked.push(query);
    if (this.error) {
      throw this.error;
    }
    return this.tokens;
  }

  async mintUploadToken(request: UploadTokenRequest) {
    if (this.refusal) {
      throw this.refusal;
    }
    this.minted.push(request);
    return this.#withSecret();
  }

  async rotateUploadToken(id: string) {
    this.rotated.push(id);
    return this.#withSecret();
  }

  async revokeUploadToken(id: string) {
    this.revoked.push(id);
  }

  async getTrustedIssuers() {
    if (!this.issuers) {
      throw new NotAllowedError('Only who runs the portal may do this');
    }
    return { items: this.issuers, asOf: daysFromNow(0) };
  }

  #withSecret(): MintedUploadToken {
    return { ...uploadToken({ id: 't2' }), token: 'syn_secret' };
  }
}
