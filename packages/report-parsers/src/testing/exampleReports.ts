import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * A report that is right.
 *
 * @public
 */
export interface ExampleReport {
  /** Format and file. */
  name: string;
  format: string;
  body: Buffer;
}

/**
 * The files in a folder and below it; none where there is no such folder.
 *
 * @public
 */
export function filesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
    : [];
}

/**
 * One report or more of every format.
 *
 * @public
 * @param formats - the folder `src/formats` of this package
 */
export function exampleReports(formats: string): ExampleReport[] {
  return filesIn(formats).flatMap(file => {
    const [format, folder, name] = file.slice(formats.length + 1).split(sep);
    return folder === 'examples' && name
      ? [{ name: `${format}/${name}`, format, body: readFileSync(file) }]
      : [];
  });
}
