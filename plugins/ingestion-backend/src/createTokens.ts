import { AdminAccess } from './service/AdminAccess';
import { IdTokenVerifier } from './oidc';
import { EntityRights } from './service/EntityRights';
import { OidcBindings } from './service/OidcBindings';
import { OidcExchange } from './service/OidcExchange';
import { OidcIssuersService } from './service/OidcIssuersService';
import { UploadTokenCheck } from './service/UploadTokenCheck';
import { UploadTokens } from './service/UploadTokens';
import { createStores } from './store/createStores';
import type { IngestionOptions } from './createIngestion';

/** What upload tokens work with. */
export interface TokensOptions extends IngestionOptions {
  stores: ReturnType<typeof createStores>;
  admins: AdminAccess;
  oidcBindings: OidcBindings;
  clock: () => Date;
}

/** Puts the services of upload tokens and of the exchange of ID tokens together. */
export function createTokens(options: TokensOptions) {
  const { admins, clock, oidcBindings, stores } = options;
  const { config, database } = options;
  return {
    uploadTokens: new UploadTokens({
      cursors: options.cursors,
      database,
      tokens: stores.tokens,
      rights: new EntityRights(options),
      clock,
    }),
    uploadTokenCheck: new UploadTokenCheck({ tokens: stores.tokens, clock }),
    oidcIssuers: new OidcIssuersService({
      ...stores,
      issuers: config.oidc,
      admins,
      clock,
    }),
    oidcExchange: new OidcExchange({
      ...stores,
      database,
      verifier: new IdTokenVerifier({ issuers: config.oidc, clock }),
      oidcBindings,
      clock,
    }),
  };
}
