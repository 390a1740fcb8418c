import { FileEdit } from './lineEdits';
import { Random } from './Random';
import { expectedOf, replaceText, World, WorldFile } from './World';

function isFree(world: World, path: string): boolean {
  return world.files.every(file => file.path !== path);
}

function rename(file: WorldFile, world: World, path: string): boolean {
  if (!isFree(world, path)) {
    return false;
  }
  file.path = path;
  return true;
}

export const renameFile: FileEdit = (file, world, random) =>
  rename(
    file,
    world,
    file.path.replace(/[^/]*(?=\.\w+$)/, name =>
      `${name.slice(0, 24)}-${random.hex(3)}`.replace(/^-/, ''),
    ),
  );

export const moveFile: FileEdit = (file, world, random) =>
  rename(
    file,
    world,
    `${random.pick(['src', 'lib', 'packages/core/src', 'app/server'])}/${random.hex(2)}/${file.path.split('/').at(-1)}`,
  );

/** Moves a file and changes lines of it in the same commit. */
export function moved(edit: FileEdit): FileEdit {
  return (file, world, random) =>
    edit(file, world, random) && moveFile(file, world, random);
}

const REFORMATS: ReadonlyArray<(text: string, random: Random) => string> = [
  // other indentation
  text => text.replace(/^ +/gm, spaces => `${spaces}${spaces}`),
  text => text.replace(/^ {2,}/gm, spaces => '\t'.repeat(spaces.length / 2)),
  text => text.replace(/^\t+/gm, tabs => '  '.repeat(tabs.length)),
  text =>
    text.replace(/^ +/gm, spaces =>
      ' '.repeat(Math.max(1, spaces.length >> 1)),
    ),
  // other quotes
  text =>
    text.replace(
      /(?<=[(,=] ?)'([^'"`\\\n]*)'(?=[,);])/g,
      (_whole, inner: string) => `"${inner}"`,
    ),
  text =>
    text.replace(
      /(?<=[(,=] ?)"([^'"`\\\n]*)"(?=[,);])/g,
      (_whole, inner: string) => `'${inner}'`,
    ),
  // other line ends
  text =>
    text.includes('\r\n')
      ? text.replace(/\r\n/g, '\n')
      : text.replace(/\n/g, '\r\n'),
  // arguments on lines of their own, and back
  (text, random) =>
    text.replace(
      /^([ \t]*)(.*[\w$])\(([^()'"`\n]*, [^()'"`\n]*)\)(;?)$/gm,
      (whole, indent: string, head: string, inner: string, end: string) =>
        random.chance(0.5)
          ? whole
          : `${indent}${head}(\n${inner
              .split(', ')
              .map(part => `${indent}  ${part},`)
              .join('\n')}\n${indent})${end}`,
    ),
  text =>
    text.replace(
      /\(\n\s*([^()'"`\n]*),?\n\s*\)/g,
      (_whole, inner: string) => `(${inner.replace(/,$/, '')})`,
    ),
  // spaces within brackets
  text => text.replace(/\((?=\w)/g, '( ').replace(/(?<=\w)\)/g, ' )'),
  text => text.replace(/\( (?=\w)/g, '(').replace(/(?<=\w) \)/g, ')'),
];

export const reformat: FileEdit = (file, _world, random) =>
  replaceText(
    file,
    random.pick(REFORMATS)(file.text, random),
    expectedOf(file),
  );
