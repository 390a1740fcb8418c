/**
 * What measures how well findings are recognised.
 *
 * @packageDocumentation
 */
export { measureDrift, totalOf } from './drift/measureDrift';
export type {
  DriftCounts,
  DriftOptions,
  DriftResult,
} from './drift/measureDrift';
export { exactHash, githubLineHash, OwnIdentity } from './drift/methods';
export type { IdentityMethod } from './drift/methods';
export { readPackageSources, readSources } from './drift/readSources';
export type { ReportDetail } from './drift/toReports';
export type { SourceText } from './drift/World';
