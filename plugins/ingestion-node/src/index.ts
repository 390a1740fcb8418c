/**
 * What other backend packages need of ingestion: the conditions with which a
 * policy answers about reports and findings, and where formats are added.
 *
 * @packageDocumentation
 */
export * from './permissions';
export * from './reportFormats';
export * from './waiverRoles';
