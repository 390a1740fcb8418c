import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { listFormats } from './parseReport';

function linesOf(path: string): string[] {
  return readFileSync(resolve(__dirname, path), 'utf8').split('\n');
}

describe('documents of the formats', () => {
  it('has every format once in the table of README.md', () => {
    const ids = linesOf('../README.md').flatMap(
      line => /^\| `([^`]+)` +\|/.exec(line)?.[1] ?? [],
    );
    expect(ids.sort()).toEqual(
      listFormats()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('says in the README of the project how many more there are', () => {
    const readme = linesOf('../../../README.md').join(' ');
    const [, names, more] =
      /\*\*Real reports\.\*\* (.*?) and +\[(\d+) more formats\]/.exec(readme) ??
      [];
    const named = names
      .split(', ')
      .map(name => name.toLocaleLowerCase('en-US'));
    const others = listFormats().filter(
      ({ id }) => !named.some(name => id.startsWith(`${name}-`)),
    );
    expect(Number(more)).toBe(others.length);
  });

  it('has every format once in docs/formats.md, with its documentation and title', () => {
    const row = /^\| \[`([^`]+)`\]\(([^ ]+)\) +\| ([^|]*[^| ]) +\|/;
    const rows = linesOf('../../../docs/formats.md').flatMap(line => {
      const [, id, documentation, title] = row.exec(line) ?? [];
      return id === undefined ? [] : [{ id, documentation, title }];
    });
    const byId = (one: { id: string }, other: { id: string }) =>
      one.id < other.id ? -1 : 1;
    expect(rows.sort(byId)).toEqual(
      listFormats()
        .map(({ id, documentation, title }) => ({ id, documentation, title }))
        .sort(byId),
    );
  });
});
