/**
 * Reports made for measuring and testing.
 *
 * @packageDocumentation
 */
export * from './exampleReports';
export * from './generateSarif';
export * from './mutants';
export * from './withEachValue';
