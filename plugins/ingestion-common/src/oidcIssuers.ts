/** @public */
export const OIDC_PROVIDERS = ['github', 'gitlab'] as const;

/** Whose ID tokens these are, which tells how their claims are named. @public */
export type OidcProvider = (typeof OIDC_PROVIDERS)[number];

/** Which pipelines may send reports for which entities. @public */
export interface TrustedBinding {
  /** What the ID token has to say, by the names of its provider. */
  claims: Record<string, string>;
  entityRefs: string[];
  /** Also entities whose source location is the repository. */
  fromCatalog: boolean;
}

/** An issuer whose ID tokens are exchanged for upload tokens. @public */
export interface TrustedIssuer {
  issuer: string;
  audience: string;
  provider: OidcProvider;
  bindings: TrustedBinding[];
  /**
   * When one of its ID tokens was exchanged last, ISO 8601, UTC; absent when
   * that is not among the exchanges that are kept.
   */
  lastExchangeAt?: string;
}

/** Answer of `GET /oidc/issuers`. @public */
export interface TrustedIssuers {
  items: TrustedIssuer[];
  asOf: string;
}

/** For who runs ingestion. @public */
export interface OidcIssuersApi {
  /** `GET /oidc/issuers`, for who has the permission `ingestion.admin` */
  getTrustedIssuers(): Promise<TrustedIssuers>;
}
