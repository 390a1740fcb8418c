/**
 * Security scanner reports to normalised findings.
 *
 * @packageDocumentation
 */
export * from './parseReport';
export * from './types';
