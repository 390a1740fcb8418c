export { ReportFaultError, WorkerDiedError } from './errors';
export type {
  InventoryPlan,
  ParsedHeader,
  ScanHeader,
  ScanOrder,
  ScanPlan,
} from './protocol';
export { fullKeyOf, packageKey, versionKey } from './inventoryRows';
export { FormatRegistry } from './FormatRegistry';
export { WorkerPool, type WorkerPoolOptions } from './WorkerPool';
export type { WorkerSession } from './WorkerSession';
