import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Advice, ROOT } from './toolchain.mjs';

/** Where the demo keeps its databases and its log. */
export const DATA_FOLDER = path.join(ROOT, 'data');

function advise(folder, problem) {
  return new Advice(
    `The folder ${folder} can't be used: ${problem}. Move or delete it and run this again; the demo then starts afresh.`,
  );
}

/** @throws Advice when the folder can't be written or holds a broken database */
export function prepareDataFolder(folder) {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw advise(folder, 'it is a file');
  }
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch {
    throw advise(folder, 'it is not writable');
  }
  const Database = createRequire(
    path.join(ROOT, 'packages/backend/package.json'),
  )('better-sqlite3');
  for (const name of readdirSync(folder, { recursive: true })) {
    if (String(name).endsWith('.sqlite')) {
      checkDatabase(Database, folder, String(name));
    }
  }
}

function checkDatabase(Database, folder, name) {
  let database;
  try {
    database = new Database(path.join(folder, name));
    const problems = database.pragma('quick_check(1)', { simple: true });
    if (problems !== 'ok') {
      throw new Error(String(problems));
    }
  } catch (error) {
    throw advise(folder, `${name} is not a sound database (${error.message})`);
  } finally {
    database?.close();
  }
}
