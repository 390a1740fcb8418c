/**
 * Types, permissions and client of security reports and findings.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './facts';
export {
  IngestionClient,
  type IngestionClientOptions,
} from './IngestionClient';
export * from './permissions';
export * from './types';
