export { compareVersions } from './compareVersions';
export {
  isInRange,
  parseVersionRange,
  type RangeAnswer,
  type VersionRange,
} from './versionRange';
