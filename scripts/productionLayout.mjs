/**
 * Lays out the built back end as it would be deployed, next to the checkout's
 * own third-party packages, so that nothing is installed twice.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Advice, ROOT } from './toolchain.mjs';

export const PRODUCTION_FOLDER = path.join(ROOT, 'build', 'production');

const ARCHIVES = ['skeleton.tar.gz', 'bundle.tar.gz'].map(name =>
  path.join(ROOT, 'packages/backend/dist', name),
);

/** @throws Advice when there is no build yet */
export function layOutProduction() {
  if (!ARCHIVES.every(existsSync)) {
    throw new Advice('There is no build yet: run "yarn build:all" first.');
  }
  const stamp = path.join(PRODUCTION_FOLDER, '.built');
  const built = ARCHIVES.map(file => statSync(file).mtimeMs).join(' ');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === built) {
    return;
  }
  rmSync(PRODUCTION_FOLDER, { recursive: true, force: true });
  mkdirSync(PRODUCTION_FOLDER, { recursive: true });
  for (const archive of ARCHIVES) {
    const result = spawnSync('tar', ['xzf', archive, '-C', PRODUCTION_FOLDER], {
      encoding: 'utf8',
    });
    if (result.status !== 0) {
      throw new Advice(`Could not unpack ${archive}: ${result.stderr}`);
    }
  }
  for (const group of ['packages', 'plugins']) {
    const folder = path.join(PRODUCTION_FOLDER, group);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      linkPackage(path.join(group, name));
    }
  }
  writeFileSync(stamp, built);
}

function linkPackage(relative) {
  const built = path.join(PRODUCTION_FOLDER, relative);
  const { name } = JSON.parse(
    readFileSync(path.join(built, 'package.json'), 'utf8'),
  );
  const link = path.join(PRODUCTION_FOLDER, 'node_modules', name);
  mkdirSync(path.dirname(link), { recursive: true });
  symlinkSync(built, link, 'junction');
  const own = path.join(ROOT, relative, 'node_modules');
  if (existsSync(own)) {
    symlinkSync(own, path.join(built, 'node_modules'), 'junction');
  }
}
