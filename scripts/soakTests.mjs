import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './toolchain.mjs';

/** The test files that do more when they are asked for the long proofs. */
export function soakTests() {
  return globSync('{packages,plugins}/*/src/**/*.test.{ts,tsx}', { cwd: ROOT })
    .filter(file =>
      readFileSync(path.join(ROOT, file), 'utf8').includes('SYNCHRONY_SOAK'),
    )
    .sort();
}

/** A pattern of Jest's that fits these files alone. */
export function patternOf(files) {
  return files
    .map(file =>
      file
        .split(/[\\/]/)
        .map(part => part.replaceAll('.', '\\.'))
        .join('[\\\\/]'),
    )
    .map(file => `(${file}$)`)
    .join('|');
}
