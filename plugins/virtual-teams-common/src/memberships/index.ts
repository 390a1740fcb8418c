export * from './membershipMachine';
export * from './types';
