/**
 * Security scanner reports to normalised findings.
 *
 * @packageDocumentation
 */
export { joinSpeaksFor } from './mergeRuns';
export * from './parseReport';
export * from './types';
