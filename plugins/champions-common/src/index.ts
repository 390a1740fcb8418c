/**
 * Types, permissions, client and state machine of security champions.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './assignmentImport';
export * from './assignments';
export {
  ChampionsClient,
  type ChampionsClientOptions,
} from './ChampionsClient';
export * from './coverage';
export * from './desk';
export * from './effect';
export * from './facts';
export * from './meetings';
export * from './people';
export * from './permissions';
export * from './programme';
export * from './search';
export * from './signals';
