import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { listFormats } from './parseReport';

function linesOf(path: string): string[] {
  return readFileSync(resolve(__dirname, path), 'utf8').split('\n');
}

/** The ids in the first cells of tables that begin with one, in the order of the file. */
function idsIn(lines: string[], cell: RegExp): string[] {
  return lines.flatMap(line => cell.exec(line)?.[1] ?? []).sort();
}

const ids = listFormats()
  .map(({ id }) => id)
  .sort();

describe('documents of the formats', () => {
  it('has every format once in the table of README.md', () => {
    expect(idsIn(linesOf('../README.md'), /^\| `([^`]+)` +\|/)).toEqual(ids);
  });

  it('has every format once in docs/formats.md, with its documentation', () => {
    const lines = linesOf('../../../docs/formats.md');
    expect(idsIn(lines, /^\| \[`([^`]+)`\]/)).toEqual(ids);

    const text = lines.join('\n');
    const unlinked = listFormats().filter(
      ({ id, documentation }) =>
        !text.includes(`| [\`${id}\`](${documentation}) `),
    );
    expect(unlinked.map(({ id }) => id)).toEqual([]);
  });
});
