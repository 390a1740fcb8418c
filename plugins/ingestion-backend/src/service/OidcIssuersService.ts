import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { TrustedIssuers } from '@synchrony/backstage-plugin-ingestion-common';
import { claimsOf, OidcIssuer } from '../oidc';
import { UploadTokenStore } from '../store/UploadTokenStore';
import { AdminAccess } from './AdminAccess';

/** How many of the last exchanges are looked through for the last of an issuer. */
const MOST_EXCHANGES = 10_000;

export interface OidcIssuersServiceOptions {
  issuers: OidcIssuer[];
  tokens: UploadTokenStore;
  admins: AdminAccess;
  clock: () => Date;
}

/** Whose ID tokens are exchanged, for who runs ingestion. */
export class OidcIssuersService {
  readonly #options: OidcIssuersServiceOptions;

  constructor(options: OidcIssuersServiceOptions) {
    this.#options = options;
  }

  /** Throws `NotAllowedError`. */
  async list(credentials: BackstageCredentials): Promise<TrustedIssuers> {
    const { admins, clock, issuers, tokens } = this.#options;
    await admins.require(credentials);
    const exchanges = await tokens.lastExchanges(MOST_EXCHANGES);
    return {
      items: issuers.map(({ audience, bindings, issuer, provider }) => {
        const last = exchanges.get(issuer);
        return {
          issuer,
          audience,
          provider,
          bindings: bindings.map(binding => ({
            claims: claimsOf(provider, binding),
            entityRefs: binding.entities,
            fromCatalog: binding.fromCatalog,
          })),
          ...(last !== undefined && {
            lastExchangeAt: new Date(last).toISOString(),
          }),
        };
      }),
      asOf: clock().toISOString(),
    };
  }
}
