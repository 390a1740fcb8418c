export { collapse } from './collapse';
export { keyHash, shortHash } from './hash';
export {
  decodeIdentity,
  encodeIdentity,
  Identifier,
  isAboutComponent,
  isBare,
} from './identify';
export { compareMarks, haveCommonHash, splitMarks } from './marks';
export { packageIdentity } from './normalise';
export type { IdentifiedFinding, Identity } from './types';
