export { buildOrganisation } from './buildOrganisation';
export * from './model';
export type { Stack } from './platforms';
