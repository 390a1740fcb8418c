import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/extension.xml'));

describe('cyclonedx-xml', () => {
  it('reads the older vulnerability extension', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('cyclonedx-xml');
    expect(runs).toMatchObject([
      {
        tool: { name: 'grype', version: '0.11.0' },
        category: 'shop',
        scannedAt: '2026-03-02T10:00:00.000Z',
        findings: [
          {
            ruleId: 'CVE-2026-1111',
            severity: 'low',
            score: 4.3,
            cwes: [22],
            component: { name: 'org.example:inner', version: '2.0.0' },
          },
        ],
      },
    ]);
  });

  it('takes a document without vulnerabilities for an inventory', () => {
    const [run] = parseReport(
      '<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components/></bom>',
    ).runs;
    expect(run).toMatchObject({ evidence: 'inventory', controlTypes: [] });
  });

  it('takes an empty list of a scanner for a clean scan', () => {
    const [run] = parseReport(
      '<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><vulnerabilities/></bom>',
    ).runs;
    expect(run).toMatchObject({ evidence: 'scan', controlTypes: ['sca'] });
  });
});
