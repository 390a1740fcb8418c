import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogFiles } from './catalogFiles';

/** Writes the demo's catalog files into a folder. */
export async function generateCatalog(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [file, content] of catalogFiles()) {
    await writeFile(join(folder, file), content);
  }
}
