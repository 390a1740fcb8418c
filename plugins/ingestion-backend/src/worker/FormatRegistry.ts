import { ConflictError } from '@backstage/errors';
import {
  ReportFormatClass,
  ReportFormatsExtensionPoint,
} from '@synchrony/backstage-plugin-ingestion-node';
import { listFormats } from '@synchrony/report-parsers';
import { loadFormatClass } from './formatClasses';

/** The formats that modules add to the built-in ones. */
export class FormatRegistry implements ReportFormatsExtensionPoint {
  readonly #files = new Map<string, string>();

  /** The modules that worker threads load. */
  get files(): string[] {
    return [...this.#files.values()];
  }

  addFormat(format: ReportFormatClass): void {
    const { id } = new (loadFormatClass(format.file))();
    if (this.#files.has(id) || listFormats().some(known => known.id === id)) {
      throw new ConflictError(`There is already a report format ${id}`);
    }
    this.#files.set(id, format.file);
  }
}
