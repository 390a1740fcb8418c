export { isUsable, stateOf } from './stateOf';
export {
  generateUploadToken,
  isSecretOf,
  looksLikeUploadToken,
  parseUploadToken,
  subjectOfUploadToken,
  uploadTokenIdOf,
} from './uploadToken';
