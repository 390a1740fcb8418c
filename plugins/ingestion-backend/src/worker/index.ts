export { ReportFaultError, WorkerDiedError } from './errors';
export type { ParsedHeader, ScanHeader, ScanOrder, ScanPlan } from './protocol';
export { FormatRegistry } from './FormatRegistry';
export { WorkerPool, type WorkerPoolOptions } from './WorkerPool';
export type { WorkerSession } from './WorkerSession';
