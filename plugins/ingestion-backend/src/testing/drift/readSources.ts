import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { scanSource } from './scanSource';
import { SourceText } from './World';

const LARGEST = 16_000;
const FEWEST_FINDINGS = 3;
const MOST_FINDINGS = 25;

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) {
      if (name !== 'node_modules') {
        yield* filesBelow(file);
      }
    } else if (/(?<!\.d)\.(?:js|ts)$/.test(name)) {
      yield file;
    }
  }
}

/** Real source files below folders, of a usual size and with some findings. */
export function readSources(
  folders: Readonly<Record<string, string>>,
  mostOfFolder: number,
): SourceText[] {
  const sources: SourceText[] = [];
  for (const [name, folder] of Object.entries(folders)) {
    const fitting: SourceText[] = [];
    for (const file of filesBelow(folder)) {
      const text = readFileSync(file, 'utf8');
      const findings = text.length <= LARGEST ? scanSource(text).length : 0;
      if (findings >= FEWEST_FINDINGS && findings <= MOST_FINDINGS) {
        fitting.push({
          path: `${name}/${path.relative(folder, file).replaceAll('\\', '/')}`,
          text,
        });
      }
    }
    const step = Math.max(1, Math.floor(fitting.length / mostOfFolder));
    sources.push(
      ...fitting
        .filter((_, index) => index % step === 0)
        .slice(0, mostOfFolder),
    );
  }
  return sources;
}

/**
 * Files of packages that this one depends on: the lock file keeps them the
 * same.
 */
export function readPackageSources(mostOfPackage: number): SourceText[] {
  const folderOf = (name: string) =>
    path.join(path.dirname(require.resolve(`${name}/package.json`)), 'lib');
  return readSources(
    { express: folderOf('express'), knex: folderOf('knex') },
    mostOfPackage,
  );
}
