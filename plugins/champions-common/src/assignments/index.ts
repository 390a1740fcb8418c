export * from './assignmentMachine';
export * from './types';
