import fc from 'fast-check';
import { csvCell } from '@synchrony/backstage-plugin-scorecards-node';
import { writeExport } from './writeExport';

async function* pagesOf<T>(...pages: T[][]): AsyncGenerator<T[]> {
  yield* pages;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
  }
  return text;
}

const COLUMNS = [
  { title: 'id', value: (item: { id: string }) => item.id },
  { title: 'size', value: (item: { id: string }) => item.id.length },
  { title: 'letters', value: (item: { id: string }) => [...item.id] },
  { title: 'none', value: () => undefined },
];

describe('exports', () => {
  it('writes lines of CSV with one head', async () => {
    const pages = pagesOf([{ id: 'ab' }], [{ id: 'c,"d"' }]);
    expect(await textOf(writeExport('csv', COLUMNS, pages))).toBe(
      '\ufeffid,size,letters,none\r\nab,2,a b,\r\n"c,""d""",5,"c , "" d """,\r\n',
    );
    expect(await textOf(writeExport('csv', COLUMNS, pagesOf()))).toBe(
      '\ufeffid,size,letters,none\r\n',
    );
  });

  it.each([[[]], [[['a']]], [[['a', 'b'], [], ['c']]]])(
    'writes JSON of %j',
    async pages => {
      const items = pages.map(page => page.map(id => ({ id })));
      const text = await textOf(
        writeExport('json', COLUMNS, pagesOf(...items)),
      );
      expect(JSON.parse(text)).toEqual(items.flat());
    },
  );

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'never begins a cell as a formula: %j',
    value => {
      expect(csvCell(value)).toMatch(/^"?'/);
    },
  );

  it('keeps any text in its cell', () => {
    fc.assert(
      fc.property(fc.string(), value => {
        const cell = csvCell(value);
        const quoted = cell.startsWith('"');
        const inner = quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect([value, `'${value}`]).toContain(inner);
        expect(quoted || !/[",\r\n]/.test(cell)).toBe(true);
      }),
    );
  });
});
