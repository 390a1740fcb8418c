/**
 * An example of a module that adds a report format to ingestion.
 *
 * @packageDocumentation
 */
export { AcmeScanFormat } from './AcmeScanFormat';
export { ingestionModuleExampleFormat as default } from './module';
