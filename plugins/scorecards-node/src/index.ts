/**
 * Helpers for back-end plugins around security scorecards: publishing facts,
 * keeping what is needed of the catalog, and deciding who may see what stands
 * behind an entity.
 *
 * @packageDocumentation
 */
export * from './access';
export * from './audit';
export * from './auth';
export * from './calendars';
export * from './csv';
export * from './database';
export * from './entities';
export * from './evidence';
export * from './facts';
export * from './loop';
export * from './openApi';
export * from './people';
export * from './requests';
