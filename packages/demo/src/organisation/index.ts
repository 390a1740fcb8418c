export { buildOrganisation } from './buildOrganisation';
export { careOf } from './care';
export * from './model';
export type { Stack } from './platforms';
