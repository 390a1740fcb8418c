export * from './catalogFaults';
export * from './teamMachine';
export * from './types';
