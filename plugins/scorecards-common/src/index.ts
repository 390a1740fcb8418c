/**
 * Types, permissions, client and scoring of security scorecards.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './dryRun';
export * from './facts';
export * from './campaigns';
export * from './history';
export * from './maturity';
export * from './ledger';
export * from './permissions';
export * from './reviews';
export * from './rollups';
export * from './scoring';
export {
  ScorecardsClient,
  type ScorecardsClientOptions,
} from './ScorecardsClient';
export * from './types';
