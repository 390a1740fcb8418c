import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const read = (path: string) => readFileSync(join(__dirname, '..', path));
const lines = read('nuclei-jsonl/examples/versions.jsonl');
const list = read('nuclei-json/examples/export.json');

describe('nuclei-jsonl', () => {
  const { format, runs } = parseReport(lines);

  it('maps matches of all versions; those of a template on a host are one', () => {
    expect(format).toBe('nuclei-jsonl');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Nuclei' },
        evidence: 'scan',
        controlTypes: ['dast'],
        scannedAt: '2026-03-01T10:00:00.500Z',
        counts: { raw: 5, leftOut: { 'did not match': 1 } },
        aggregatedBy: 'template, type, matcher and host',
        findings: [
          {
            type: 'dast',
            ruleId: 'CVE-2021-0001',
            title: 'Example RCE',
            description: 'Runs code.\n\n\nAll is lost.',
            remediation: 'Update.',
            severity: 'critical',
            score: 9.8,
            cwes: [94],
            advisoryIds: ['CVE-2021-0001'],
            links: [
              'https://nvd.example/CVE-2021-0001',
              'https://templates.example/CVE-2021-0001',
            ],
            locations: [
              { url: 'https://shop.example/run?x=1', method: 'POST' },
              { url: 'https://shop.example/other' },
            ],
          },
          {
            ruleId: 'headers',
            title: 'Missing header (csp)',
            severity: 'info',
            toolSeverity: 'unknown',
            links: ['https://a.example/x', 'https://b.example/y'],
            locations: [{ url: 'https://shop.example', logicalName: 'csp' }],
          },
          {
            ruleId: 'open-port',
            severity: 'low',
            locations: [{ url: 'tcp://shop.example:22' }],
          },
        ],
      },
    ]);
  });

  it('keeps no credential of a request, response or address', () => {
    expect(JSON.stringify(runs)).not.toMatch(/tok-4711|bot:pw/);
  });

  it('takes nothing for a clean scan of the same tool when told so', () => {
    const [run] = parseReport('', {
      format: 'nuclei-jsonl',
      emptyMeansClean: true,
    }).runs;
    expect(run).toMatchObject({
      tool: { name: 'Nuclei' },
      controlTypes: ['dast'],
    });
  });

  it('names the line that is no match', () => {
    const [first] = lines.toString().split('\n');
    expect(() => parseReport(`${first}\n{"a":1}`)).toThrow(
      expect.objectContaining({ details: { path: '/1', line: 2 } }),
    );
  });
});

describe('nuclei-json', () => {
  it('reads a list of matches', () => {
    expect(parseReport(list)).toMatchObject({
      format: 'nuclei-json',
      runs: [
        {
          tool: { name: 'Nuclei' },
          findings: [
            {
              ruleId: 'exposed-panel',
              severity: 'medium',
              locations: [{ url: 'https://shop.example/admin' }],
            },
          ],
        },
      ],
    });
  });

  it('takes an empty list for a clean scan when told the format', () => {
    const [run] = parseReport('[]', { format: 'nuclei-json' }).runs;
    expect(run).toMatchObject({ evidence: 'scan', findings: [] });
  });

  it('names the entry that is no match', () => {
    const body = JSON.stringify([...JSON.parse(list.toString()), { a: 1 }]);
    expect(() => parseReport(body)).toThrow(
      expect.objectContaining({ details: { path: '/1' } }),
    );
  });
});
