export { collapse } from './collapse';
export { keyHash, shortHash } from './hash';
export {
  decodeIdentity,
  encodeIdentity,
  identify,
  isAboutComponent,
} from './identify';
export { packageIdentity } from './normalise';
export type { IdentifiedFinding, Identity } from './types';
