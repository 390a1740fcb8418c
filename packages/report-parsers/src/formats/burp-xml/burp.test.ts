import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat, parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/two-hosts.xml'));

describe('burp-xml', () => {
  const { format, runs } = parseReport(example);

  it('makes a run of each host and a finding of each type of issue', () => {
    expect(format).toBe('burp-xml');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Burp Suite', version: '2025.1' },
        category: 'https://shop.example',
        evidence: 'scan',
        controlTypes: ['dast'],
        counts: { raw: 3, leftOut: {} },
        aggregatedBy: 'host and issue type',
        findings: [
          {
            type: 'dast',
            ruleId: '1049088',
            title: 'SQL injection',
            description: 'Queries are built from input.',
            remediation: 'Bind parameters.',
            details: 'The id parameter is vulnerable.',
            severity: 'high',
            toolSeverity: 'High',
            cwes: [89],
            links: ['https://docs.example/sqli'],
            locations: [
              {
                url: 'https://shop.example/basket',
                method: 'POST',
                parameter: 'id',
              },
              { url: 'https://shop.example/search' },
            ],
          },
          {
            suppression: { status: 'accepted', kind: 'false positive' },
            locations: [{ url: 'https://shop.example/about' }],
          },
        ],
      },
      {
        category: 'https://cdn.example',
        counts: { raw: 1 },
        findings: [{ severity: 'info', toolSeverity: 'Information' }],
      },
    ]);
  });

  it('keeps no requests, responses or serial numbers', () => {
    expect(JSON.stringify(runs)).not.toMatch(/tok-4711|"11\d"/);
  });

  it('takes an export without issues for a clean scan', () => {
    const [run] = parseReport('<issues burpVersion="2025.1"/>').runs;
    expect(run).toMatchObject({ evidence: 'scan', findings: [] });
  });

  it('leaves issues of other tools alone', () => {
    expect(detectFormat('<issues format="6" by="lint 8.2"/>')).toBeUndefined();
  });

  it('names the line of broken XML', () => {
    expect(() =>
      parseReport('<issues burpVersion="1">\n<issue></issues>'),
    ).toThrow('at line 2');
  });
});
