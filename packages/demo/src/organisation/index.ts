export { buildOrganisation } from './buildOrganisation';
export { careOf, type DemoCare } from './care';
export { isDeployable, refOf } from './components';
export * from './model';
export type { Stack } from './platforms';
