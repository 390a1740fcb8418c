/**
 * Reports made for measuring and testing.
 *
 * @packageDocumentation
 */
export * from './generateSarif';
