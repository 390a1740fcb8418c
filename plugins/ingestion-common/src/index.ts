/**
 * Types, permissions and client of security reports and findings.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './arrivals';
export * from './attention';
export * from './coverage';
export * from './coverageMachine';
export * from './decideFindingAction';
export * from './deliveries';
export * from './facts';
export * from './findingMachine';
export * from './findingViews';
export * from './flow';
export * from './gate';
export * from './health';
export * from './IngestionClient';
export * from './inventory';
export * from './oidcIssuers';
export * from './parseIngestionSignal';
export * from './permissions';
export * from './quarantine';
export * from './queueHistory';
export * from './remediation';
export * from './reportLists';
export * from './reportMachine';
export * from './reportUpload';
export * from './scopes';
export * from './threatIntelligence';
export * from './types';
export * from './uploadTokens';
export * from './vex';
export * from './waivers';
