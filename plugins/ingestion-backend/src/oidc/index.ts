export { bindingsOf } from './bindings';
export { claimsOf } from './claimsOf';
export { IdTokenVerifier } from './IdTokenVerifier';
export type { VerifiedIdToken } from './IdTokenVerifier';
export { isSourceOf } from './isSourceOf';
export { OIDC_PROVIDERS } from './types';
export type {
  OidcBinding,
  OidcIssuer,
  OidcProvider,
  PipelineIdentity,
} from './types';
