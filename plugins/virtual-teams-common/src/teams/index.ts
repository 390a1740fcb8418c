export * from './teamMachine';
export * from './types';
