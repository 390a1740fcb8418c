import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/findings.csv'), 'utf8');

describe('defectdojo-generic-csv', () => {
  it('joins rows that are one finding at several addresses', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('defectdojo-generic-csv');
    expect(runs[0]).toMatchObject({
      evidence: 'scan',
      controlTypes: ['dast', 'sca'],
      aggregatedBy: 'severity, title and description',
      counts: { raw: 3 },
      findings: [
        {
          title: 'Missing header',
          severity: 'low',
          cwes: [693],
          locations: [
            { url: 'https://shop.example/a' },
            { url: 'https://shop.example/b' },
          ],
        },
        {
          severity: 'info',
          advisoryIds: ['CVE-2026-1111'],
          suppression: { kind: 'false positive' },
        },
      ],
    });
  });

  it('names the line of a row without title', () => {
    const table = `${example}02/03/2026,,0,,Low,x,,,TRUE,FALSE,\n`;
    expect(() => parseReport(table)).toThrow(
      expect.objectContaining({ details: { line: 7 } }),
    );
  });

  it('names a column that is missing', () => {
    expect(() =>
      parseReport('Title,Other\na,b\n', { format: 'defectdojo-generic-csv' }),
    ).toThrow('no column Severity');
  });
});
