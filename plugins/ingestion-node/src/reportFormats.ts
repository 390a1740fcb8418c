import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ReportFormat } from '@synchrony/report-parsers';

/**
 * A class that knows a report format. Reports are read in worker threads, so
 * the class says where it is: `static readonly file = __filename`, in a module
 * that exports it and does nothing else when it is loaded.
 *
 * @public
 */
export interface ReportFormatClass {
  new (): ReportFormat;
  readonly file: string;
}

/**
 * Adds report formats to those that ingestion knows.
 *
 * @public
 */
export interface ReportFormatsExtensionPoint {
  /**
   * Adds a format. It is asked after the built-in ones whether it recognises a
   * report.
   *
   * @throws ConflictError when another format has its id
   * @throws InputError when its file does not export it
   */
  addFormat(format: ReportFormatClass): void;
}

/**
 * Where modules add report formats.
 *
 * @public
 */
export const reportFormatsExtensionPoint =
  createExtensionPoint<ReportFormatsExtensionPoint>({
    id: 'ingestion.report-formats',
  });
