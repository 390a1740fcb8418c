export * from './api';
export * from './decideWaiverAction';
export * from './types';
export * from './waiverMachine';
