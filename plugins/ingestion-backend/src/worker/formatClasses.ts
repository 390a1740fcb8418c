import { InputError } from '@backstage/errors';
import { ReportFormatClass } from '@synchrony/backstage-plugin-ingestion-node';

function isFormatClass(value: unknown): value is ReportFormatClass {
  return typeof value === 'function' && 'file' in value;
}

/**
 * The class that a module exports as the format of its file.
 *
 * @throws InputError when it exports none
 */
export function loadFormatClass(file: string): ReportFormatClass {
  const exported: object = require(file);
  const format = Object.values(exported).find(
    value => isFormatClass(value) && value.file === file,
  );
  if (!format) {
    throw new InputError(
      `${file} does not export a class of a report format with static file = __filename`,
    );
  }
  return format;
}
