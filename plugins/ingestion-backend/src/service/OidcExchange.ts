import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { ExchangedUploadToken } from '@synchrony/backstage-plugin-ingestion-common';
import { Knex } from 'knex';
import { IdTokenVerifier, VerifiedIdToken } from '../oidc';
import { StoredUploadToken, UploadTokenStore } from '../store/UploadTokenStore';
import { UsedIdTokenStore } from '../store/UsedIdTokenStore';
import { generateUploadToken } from '../uploadToken';
import { OidcBindings } from './OidcBindings';

const VALID_MS = 15 * 60 * 1000;

export interface OidcExchangeOptions {
  database: Knex;
  verifier: IdTokenVerifier;
  oidcBindings: OidcBindings;
  tokens: UploadTokenStore;
  usedIdTokens: UsedIdTokenStore;
  clock: () => Date;
}

/** Exchanges ID tokens of pipelines, each once, for short-lived upload tokens. */
export class OidcExchange {
  readonly #options: OidcExchangeOptions;

  constructor(options: OidcExchangeOptions) {
    this.#options = options;
  }

  async exchange(request: {
    token: string;
    entityRef: string;
  }): Promise<ExchangedUploadToken & { tokenId: string; pipeline: string }> {
    const { clock, oidcBindings, verifier } = this.#options;
    const { entityRef } = request;
    const verified = await verifier.verify(request.token);
    const { identity } = verified;
    await oidcBindings.require(identity, entityRef);
    const now = clock().getTime();
    const pipeline = `${identity.owner}/${identity.repository}`;
    const { text, ...generated } = generateUploadToken();
    const token: StoredUploadToken = {
      ...generated,
      name: pipeline,
      entityRefs: [entityRef],
      origin: JSON.stringify(identity),
      createdBy: identity.issuer,
      createdAt: now,
      expiresAt: now + VALID_MS,
    };
    await this.#store(verified, token);
    return {
      token: text,
      entityRef,
      expiresAt: new Date(token.expiresAt).toISOString(),
      tokenId: token.id,
      pipeline,
    };
  }

  /** A refused exchange uses nothing up, so this comes last. */
  async #store(
    { endsAt, key }: VerifiedIdToken,
    token: StoredUploadToken,
  ): Promise<void> {
    const { database, tokens, usedIdTokens } = this.#options;
    try {
      await database.transaction(async tx => {
        await usedIdTokens.insert(tx, key, endsAt);
        await tokens.insert(tx, token);
      });
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        throw new AuthenticationError(
          'The ID token is refused: it was exchanged before',
        );
      }
      throw error;
    }
  }
}
