import fc from 'fast-check';
import { readCsv } from './readCsv';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('readCsv', () => {
  it('reads quotes, line breaks in fields, and the line of each row', () => {
    expect(readCsv('a;b\r\n"x;\n""y""";2\r\n\r\n3;\r\n')).toEqual({
      header: ['a', 'b'],
      rows: [
        { line: 2, cells: ['x;\n"y"', '2'] },
        { line: 5, cells: ['3', ''] },
      ],
    });
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string({ minLength: 1 }))),
        rows => {
          const text = [['h1', 'h2'], ...rows]
            .map(row => row.map(quoted).join(','))
            .join('\n');
          expect(readCsv(text).rows.map(row => row.cells)).toEqual(rows);
        },
      ),
    );
  });
});
