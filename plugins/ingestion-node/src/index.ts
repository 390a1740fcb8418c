/**
 * What other backend packages need of ingestion: the conditions with which a
 * policy answers about reports and findings.
 *
 * @packageDocumentation
 */
export * from './permissions';
