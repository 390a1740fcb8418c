import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/two-sites.xml'));

describe('zap-xml', () => {
  const { format, runs } = parseReport(example);

  it('makes a run of each site', () => {
    expect(format).toBe('zap-xml');
    expect(runs).toMatchObject([
      {
        tool: { name: 'ZAP', version: '2.16.0' },
        category: 'https://shop.example',
        evidence: 'scan',
        controlTypes: ['dast'],
        scannedAt: '2026-03-02T10:00:00.000Z',
        counts: { raw: 1 },
      },
      { category: 'https://cdn.example', counts: { raw: 1 } },
    ]);
  });

  it('makes one finding of an alert, with its instances as places', () => {
    expect(runs[0].findings).toMatchObject([
      {
        type: 'dast',
        ruleId: '40012',
        title: 'Cross Site Scripting (Reflected)',
        description: 'Script of the request comes back.',
        remediation: 'Encode the output.',
        severity: 'high',
        toolSeverity: 'High (Medium)',
        cwes: [79],
        links: ['https://owasp.example/xss'],
        partialFingerprints: { alertRef: '40012-1' },
        locations: [
          {
            url: 'https://shop.example/search?q=1',
            method: 'GET',
            parameter: 'q',
            snippet: '<script>',
          },
          { url: 'https://shop.example/find', method: 'POST' },
        ],
      },
    ]);
  });

  it('reads old alerts without instances, and verdicts given in ZAP', () => {
    expect(runs[1].findings).toMatchObject([
      {
        severity: 'medium',
        cwes: [],
        locations: [{ url: 'https://cdn.example/' }],
        suppression: { status: 'accepted', kind: 'false positive' },
      },
    ]);
  });

  it('takes a report without sites for no scan', () => {
    const [run] = parseReport('<OWASPZAPReport version="2.9.0"/>').runs;
    expect(run).toMatchObject({ evidence: 'none', controlTypes: [] });
  });
});
