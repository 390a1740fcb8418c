/**
 * Types, permissions, client and scoring of security scorecards.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './definitionMachine';
export * from './definitions';
export * from './dryRun';
export * from './entitySets';
export * from './evidence';
export * from './facts';
export * from './campaigns';
export * from './history';
export * from './maturity';
export * from './ledger';
export * from './permissions';
export * from './reviews';
export * from './rollups';
export * from './scoring';
export * from './search';
export {
  ScorecardsClient,
  type ScorecardsClientOptions,
} from './ScorecardsClient';
export * from './types';
