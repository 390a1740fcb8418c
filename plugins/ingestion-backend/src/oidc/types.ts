export const OIDC_PROVIDERS = ['github', 'gitlab'] as const;

/** Whose ID tokens these are, which tells how their claims are named. */
export type OidcProvider = (typeof OIDC_PROVIDERS)[number];

/** Which pipelines may send reports for which entities. */
export interface OidcBinding {
  owner: string;
  /** Absent: every repository of the owner, with `fromCatalog` only. */
  repository?: string;
  ownerId?: string;
  repositoryId?: string;
  /** Full, such as `refs/heads/main`. */
  ref?: string;
  /** Exact, lower-cased. */
  entities: string[];
  /** Also entities whose source location is the repository. */
  fromCatalog: boolean;
}

/** An issuer whose ID tokens are exchanged. */
export interface OidcIssuer {
  issuer: string;
  audience: string;
  jwksUri: string;
  provider: OidcProvider;
  bindings: OidcBinding[];
}

/** The pipeline that an ID token speaks for. */
export interface PipelineIdentity {
  issuer: string;
  owner: string;
  /** Without the owner. */
  repository: string;
  ownerId?: string;
  repositoryId?: string;
  /** Full, such as `refs/heads/main`. */
  ref?: string;
}
