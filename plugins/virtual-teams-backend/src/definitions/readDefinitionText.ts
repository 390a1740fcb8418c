import { readFile } from 'node:fs/promises';
import { UrlReaderService } from '@backstage/backend-plugin-api';

/** Reads the file at a local path or a URL. */
export async function readDefinitionText(
  location: string,
  urlReader: UrlReaderService,
): Promise<string> {
  if (!/^https?:/.test(location)) {
    return readFile(location, 'utf8');
  }
  const response = await urlReader.readUrl(location);
  return (await response.buffer()).toString('utf8');
}
