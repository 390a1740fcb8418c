import { Random } from './Random';
import { expectedOf, replaceText, World, WorldFile } from './World';

/** Changes one file of the world; answers whether it could. */
export type FileEdit = (
  file: WorldFile,
  world: World,
  random: Random,
) => boolean;

/** Lines from and to, both included and 0-based. */
interface Block {
  from: number;
  to: number;
}

function linesOf(file: WorldFile): string[] {
  return file.text.split('\n');
}

/** The lines of a finding, and of all that share lines with it. */
function blockOf(file: WorldFile, index: number): Block {
  const block = {
    from: file.matches[index].startLine - 1,
    to: file.matches[index].endLine - 1,
  };
  let grown = true;
  while (grown) {
    grown = false;
    for (const { startLine, endLine } of file.matches) {
      const touches = startLine - 1 <= block.to && endLine - 1 >= block.from;
      if (touches && (startLine - 1 < block.from || endLine - 1 > block.to)) {
        block.from = Math.min(block.from, startLine - 1);
        block.to = Math.max(block.to, endLine - 1);
        grown = true;
      }
    }
  }
  return block;
}

function isInside(file: WorldFile, line: number): boolean {
  return file.matches.some(
    ({ startLine, endLine }) => startLine - 1 < line && line <= endLine - 1,
  );
}

function touchesFinding(file: WorldFile, { from, to }: Block): boolean {
  return file.matches.some(
    ({ startLine, endLine }) => startLine - 1 <= to && endLine - 1 >= from,
  );
}

/** Findings that begin before, within and after a block. */
function splitExpected(file: WorldFile, { from, to }: Block) {
  const expected = expectedOf(file);
  const lineAt = (index: number) => file.matches[index].startLine - 1;
  return {
    before: expected.filter((_, index) => lineAt(index) < from),
    within: expected.filter(
      (_, index) => lineAt(index) >= from && lineAt(index) <= to,
    ),
    after: expected.filter((_, index) => lineAt(index) > to),
  };
}

/** Lines of another file, as somebody would write them. */
export const insertLines: FileEdit = (file, world, random) => {
  const other = linesOf(random.pick(world.files));
  const count = Math.min(other.length, random.between(1, 30));
  const from = random.below(other.length - count + 1);
  const lines = linesOf(file);
  const above = random.pick(file.matches).startLine - 1;
  const at = random.below(above + 1);
  if (isInside(file, at)) {
    return false;
  }
  lines.splice(at, 0, ...other.slice(from, from + count));
  return replaceText(file, lines.join('\n'), expectedOf(file));
};

export const deleteLines: FileEdit = (file, _world, random) => {
  const above = random.pick(file.matches).startLine - 1;
  const from = random.below(above + 1);
  const to = from + random.between(0, 9);
  if (touchesFinding(file, { from, to })) {
    return false;
  }
  const lines = linesOf(file);
  lines.splice(from, to - from + 1);
  return replaceText(file, lines.join('\n'), expectedOf(file));
};

/** The line before or after a finding reads differently. */
export const editContext: FileEdit = (file, _world, random) => {
  const block = blockOf(file, random.below(file.matches.length));
  const line = random.chance(0.5)
    ? block.from - random.between(1, 2)
    : block.to + random.between(1, 2);
  const lines = linesOf(file);
  if (
    line < 0 ||
    line >= lines.length ||
    touchesFinding(file, { from: line, to: line })
  ) {
    return false;
  }
  lines[line] = random.chance(0.5)
    ? `${lines[line]} // see ${random.hex(6)}`
    : lines[line].replace(/[A-Za-z_]\w{2,}/, name => `${name}Next`);
  return replaceText(file, lines.join('\n'), expectedOf(file));
};

/** The flagged call itself gets another argument: it is the same weakness still. */
export const editFinding: FileEdit = (file, _world, random) => {
  const index = random.below(file.matches.length);
  const { text, startLine, startColumn } = file.matches[index];
  const lines = linesOf(file);
  const offset =
    lines.slice(0, startLine - 1).join('\n').length +
    (startLine > 1 ? 1 : 0) +
    startColumn -
    1;
  const changed = text.replace(
    /(?<=[(,]\s*)[A-Za-z_]\w{2,}(?=\s*[,)])/,
    name => `${name}Again`,
  );
  const expected = expectedOf(file);
  expected[index].code = undefined;
  return replaceText(
    file,
    file.text.slice(0, offset) +
      changed +
      file.text.slice(offset + text.length),
    expected,
  );
};

function copyBlock(
  from: WorldFile,
  block: Block,
  to: WorldFile,
  at: number,
  world: World,
): boolean {
  const { within } = splitExpected(from, block);
  const copies = within.map(item => ({ ...item, id: world.nextId++ }));
  const target = splitExpected(to, { from: at, to: at - 1 });
  const lines = linesOf(to);
  lines.splice(at, 0, ...linesOf(from).slice(block.from, block.to + 1));
  return replaceText(to, lines.join('\n'), [
    ...target.before,
    ...copies,
    ...target.after,
  ]);
}

/** The flagged lines once more, somewhere in the same file. */
export const duplicateHere: FileEdit = (file, world, random) => {
  const block = blockOf(file, random.below(file.matches.length));
  const at = random.pick([
    block.from,
    block.to + 1,
    random.below(linesOf(file).length + 1),
  ]);
  return !isInside(file, at) && copyBlock(file, block, file, at, world);
};

/** The flagged lines once more, in another file. */
export const duplicateElsewhere: FileEdit = (file, world, random) => {
  const other = random.pick(world.files);
  const block = blockOf(other, random.below(other.matches.length));
  const at = random.below(linesOf(file).length + 1);
  return (
    other !== file &&
    !isInside(file, at) &&
    copyBlock(other, block, file, at, world)
  );
};

function removeBlock(file: WorldFile, block: Block): boolean {
  const { before, after } = splitExpected(file, block);
  const lines = linesOf(file);
  lines.splice(block.from, block.to - block.from + 1);
  return (
    before.length + after.length > 0 &&
    replaceText(file, lines.join('\n'), [...before, ...after])
  );
}

/** A finding is mended by taking its lines out. */
export const fixFinding: FileEdit = (file, _world, random) =>
  removeBlock(file, blockOf(file, random.below(file.matches.length)));

/** One of several equal findings of a file is mended. */
export const fixTwin: FileEdit = (file, _world, random) => {
  const counts = new Map<string, number>();
  for (const { code } of file.matches) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const twins = file.matches.flatMap(({ code }, index) =>
    (counts.get(code) ?? 0) > 1 ? [index] : [],
  );
  if (twins.length === 0) {
    return false;
  }
  return removeBlock(file, blockOf(file, random.pick(twins)));
};

/** Two findings change places. */
export const swapFindings: FileEdit = (file, _world, random) => {
  const [one, other] = [0, 1]
    .map(() => blockOf(file, random.below(file.matches.length)))
    .sort((a, b) => a.from - b.from);
  if (one.to >= other.from) {
    return false;
  }
  const lines = linesOf(file);
  const expected = expectedOf(file);
  const part = <T>(list: T[], lineOf: (index: number) => number) => {
    const between = (from: number, to: number) =>
      list.filter((_, index) => lineOf(index) >= from && lineOf(index) <= to);
    return [
      ...between(-1, one.from - 1),
      ...between(other.from, other.to),
      ...between(one.to + 1, other.from - 1),
      ...between(one.from, one.to),
      ...between(other.to + 1, Infinity),
    ];
  };
  return replaceText(
    file,
    part(lines, index => index).join('\n'),
    part(expected, index => file.matches[index].startLine - 1),
  );
};
