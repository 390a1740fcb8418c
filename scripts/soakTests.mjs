import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './toolchain.mjs';

const HOLDERS = ['packages', 'plugins'];

function testFiles() {
  return HOLDERS.flatMap(holder =>
    readdirSync(path.join(ROOT, holder)).flatMap(name => {
      const source = path.join(holder, name, 'src');
      return existsSync(path.join(ROOT, source))
        ? readdirSync(path.join(ROOT, source), { recursive: true }).map(file =>
            path.join(source, file),
          )
        : [];
    }),
  ).filter(file => /\.test\.tsx?$/.test(file));
}

/** The test files that do more when they are asked for the long proofs. */
export function soakTests() {
  return testFiles()
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
