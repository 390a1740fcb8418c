/**
 * Security scanner reports to normalised findings.
 *
 * @packageDocumentation
 */
export { joinInventories, joinSpeaksFor } from './mergeRuns';
export * from './parseReport';
export * from './shared/packageIdentity';
export * from './types';
