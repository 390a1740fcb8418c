import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './toolchain.mjs';

/** Folder of the corpus of real scanner reports, or undefined. */
export function findCorpus() {
  return [
    process.env.SYNCHRONY_CORPUS,
    path.resolve(ROOT, '../shared/corpus'),
  ].find(folder => folder && existsSync(path.join(folder, 'manifest.json')));
}

export const HOW_TO_GET_CORPUS =
  'Put the corpus of scanner reports (a folder with manifest.json) beside this repository as ../shared/corpus, or name it in SYNCHRONY_CORPUS.';
