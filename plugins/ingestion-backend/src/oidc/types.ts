import { OidcProvider } from '@synchrony/backstage-plugin-ingestion-common';

export {
  OIDC_PROVIDERS,
  type OidcProvider,
} from '@synchrony/backstage-plugin-ingestion-common';

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
