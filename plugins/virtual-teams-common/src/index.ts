/**
 * Virtual teams and expertise: types, permissions, client and state machines.
 *
 * @packageDocumentation
 */
export * from './VirtualTeamsClient';
export * from './annotations';
export * from './api';
export * from './expertise';
export * from './matching';
export * from './memberships';
export * from './permissions';
export * from './privacy';
export * from './search';
export * from './signals';
export * from './teamImport';
export * from './teams';
