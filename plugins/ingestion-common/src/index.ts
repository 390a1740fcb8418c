/**
 * Types, permissions and client of security reports and findings.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './coverage';
export * from './coverageMachine';
export * from './decideFindingAction';
export * from './facts';
export * from './findingMachine';
export * from './gate';
export * from './IngestionClient';
export * from './parseIngestionSignal';
export * from './permissions';
export * from './quarantine';
export * from './types';
export * from './uploadTokens';
