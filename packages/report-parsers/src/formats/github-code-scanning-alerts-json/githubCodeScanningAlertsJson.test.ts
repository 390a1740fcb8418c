import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example: unknown[] = JSON.parse(
  readFileSync(join(__dirname, 'examples/two-tools.json'), 'utf8'),
);
const parse = (report: unknown, format?: string) =>
  parseReport(JSON.stringify(report), { format });

describe('github-code-scanning-alerts-json', () => {
  it('makes a run of each tool and a finding of each alert', () => {
    const { format, runs } = parse(example);
    expect(format).toBe('github-code-scanning-alerts-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'CodeQL', version: '2.20.0' },
        evidence: 'scan',
        controlTypes: ['sast'],
        commit: '0123456789abcdef0123456789abcdef01234567',
        branch: 'main',
        findings: [
          {
            ruleId: 'js/sql-injection',
            title: 'Database query built from user-controlled sources',
            severity: 'critical',
            cwes: [89],
            locations: [{ path: 'src/shop.js', startLine: 7, startColumn: 3 }],
            details: 'This query depends on a user-provided value.',
          },
        ],
      },
      {
        tool: { name: 'Demo' },
        counts: { raw: 2, leftOut: { 'state is fixed': 1 } },
        findings: [
          {
            severity: 'medium',
            suppression: {
              status: 'accepted',
              kind: 'used in tests',
              justification: 'A fixture',
            },
          },
        ],
      },
    ]);
  });

  it('reads a list of pages like one list', () => {
    const pages = [example.slice(0, 1), example.slice(1)];
    expect(parse(pages).runs).toEqual(parse(example).runs);
  });

  it('resolves nothing by a list that may go on', () => {
    const page = Array.from({ length: 30 }, () => example[0]);
    expect(parse(page).runs[0].evidence).toBe('partial');
    expect(parse([page]).runs[0].evidence).toBe('scan');
  });

  it('takes no answer with an error for a clean one', () => {
    const format = 'github-code-scanning-alerts-json';
    expect(() => parse({ message: 'no analysis found' }, format)).toThrow(
      'must be a list',
    );
    expect(parse([], format).runs[0].controlTypes).toEqual([]);
  });

  it('names the place of what is wrong', () => {
    expect(() => parse([example[0], 'x'])).toThrow(
      expect.objectContaining({ details: { path: '/1' } }),
    );
  });
});
