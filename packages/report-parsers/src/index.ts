/**
 * Security scanner reports to normalised findings.
 *
 * @packageDocumentation
 */
export * from './types';
