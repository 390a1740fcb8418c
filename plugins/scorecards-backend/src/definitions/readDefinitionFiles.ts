import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { LocatedProblem } from './problemOf';

export interface DefinitionFile {
  /** The local path or URL that brought it. */
  location: string;
  /** How people know the file. */
  name: string;
  text: string;
}

export interface ReadResult {
  files: DefinitionFile[];
  /** Of locations that can't be read. */
  problems: LocatedProblem[];
  /** Nobody knows what they hold now. */
  unread: string[];
}

type NamedFile = Omit<DefinitionFile, 'location'>;

const YAML = /\.ya?ml$/;

async function readLocal(location: string): Promise<NamedFile[]> {
  if (!(await stat(location)).isDirectory()) {
    return [{ name: location, text: await readFile(location, 'utf8') }];
  }
  const entries = await readdir(location, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile() && YAML.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const files = [];
  for (const path of paths) {
    files.push({
      name: relative(location, path),
      text: await readFile(path, 'utf8'),
    });
  }
  return files;
}

async function readRemote(
  location: string,
  urlReader: UrlReaderService,
): Promise<NamedFile[]> {
  if (YAML.test(new URL(location).pathname)) {
    const response = await urlReader.readUrl(location);
    return [{ name: location, text: String(await response.buffer()) }];
  }
  const tree = await urlReader.readTree(location, {
    filter: path => YAML.test(path),
  });
  const files = [];
  for (const file of await tree.files()) {
    files.push({
      name: `${location} ${file.path}`,
      text: String(await file.content()),
    });
  }
  return files;
}

/** Reads the YAML files at local paths and URLs. */
export async function readDefinitionFiles(
  locations: string[],
  urlReader: UrlReaderService,
): Promise<ReadResult> {
  const result: ReadResult = { files: [], problems: [], unread: [] };
  for (const location of locations) {
    try {
      const files = /^https?:/.test(location)
        ? await readRemote(location, urlReader)
        : await readLocal(location);
      result.files.push(...files.map(file => ({ ...file, location })));
    } catch (error) {
      result.unread.push(location);
      result.problems.push({
        location,
        file: location,
        message: `cannot be read: ${error instanceof Error ? error.message : error}`,
      });
    }
  }
  return result;
}
