import { formatCsv } from './saveCsv';

describe('CSV', () => {
  it('quotes what needs it and defuses formulas', () => {
    expect(
      formatCsv([
        ['Name', 'n'],
        ['=SUM(A1)', -3],
        ['Cards, "new"', 2],
      ]),
    ).toBe('Name,n\r\n\'=SUM(A1),-3\r\n"Cards, ""new""",2\r\n');
  });
});
