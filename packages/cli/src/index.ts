/**
 * Sends security reports to Synchrony, from a command line or from code.
 *
 * @packageDocumentation
 */
export { CliError } from './CliError';
export type { Connection } from './client/connection';
export type { RetryOptions } from './client/requestWithRetry';
export { askGate, type AskGateOptions } from './gate/askGate';
export {
  sendDelivery,
  type Delivery,
  type SendDeliveryOptions,
} from './deliveries/sendDelivery';
export { EXIT_CODES, type ExitCode } from './exitCodes';
export { main, run } from './program';
export {
  getReport,
  waitForReport,
  type GetReportOptions,
} from './upload/getReport';
export {
  uploadReport,
  type ReportParameters,
  type UploadAnswer,
  type UploadOptions,
} from './upload/uploadReport';
