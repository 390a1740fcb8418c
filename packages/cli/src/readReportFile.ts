import { readFile } from 'node:fs/promises';
import { CliError } from './CliError';
import { EXIT_CODES } from './exitCodes';

/** The bytes of a report file. */
export async function readReportFile(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why: Record<string, string> = {
      ENOENT: 'it does not exist',
      EISDIR: 'it is a folder',
      EACCES: 'it may not be read',
    };
    throw new CliError(
      `Can’t read ${file}: ${why[code ?? ''] ?? code}.`,
      EXIT_CODES.usage,
    );
  }
}
