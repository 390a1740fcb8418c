import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(
  join(__dirname, 'examples/suppressed.xml'),
  'utf8',
);

describe('dependency-check-xml', () => {
  it('makes one finding of a vulnerability of a dependency', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('dependency-check-xml');
    expect(runs).toMatchObject([
      {
        tool: { name: 'OWASP Dependency-Check', version: '12.1.0' },
        evidence: 'scan',
        controlTypes: ['sca'],
        category: 'shop',
        scannedAt: '2026-03-02T10:00:00.123Z',
        counts: { raw: 2, leftOut: {} },
        findings: [
          {
            type: 'sca',
            ruleId: 'CVE-2026-1111',
            description: 'Left can be taken for right.',
            severity: 'critical',
            toolSeverity: 'HIGH',
            score: 9.8,
            cwes: [22],
            advisoryIds: ['CVE-2026-1111'],
            component: {
              name: 'org.left:left',
              version: '1.0.0',
              purl: 'pkg:maven/org.left/left@1.0.0',
            },
            locations: [
              { path: 'lib/left-1.0.0.jar', logicalName: 'left-1.0.0.jar' },
              { path: 'target/shop.war/left-1.0.0.jar' },
            ],
            links: ['https://left.example/fix'],
          },
          {
            severity: 'low',
            suppression: {
              status: 'accepted',
              justification: 'We never turn left.',
            },
          },
        ],
      },
    ]);
    expect(runs[0].findings[0].suppression).toBeUndefined();
  });

  it('takes exceptions of the analysis for a part, and no dependencies for no scan', () => {
    const failed = example.replace(
      '</scanInfo>',
      '<analysisExceptions><exception><message>No network</message></exception></analysisExceptions></scanInfo>',
    );
    expect(parseReport(failed).runs).toMatchObject([
      {
        evidence: 'partial',
        evidenceReason: 'Dependency-Check reports an exception: No network',
      },
    ]);
    const none = example.replace(/<dependencies>[^]*<\/dependencies>/, '');
    expect(parseReport(none).runs).toMatchObject([
      { evidence: 'none', controlTypes: [] },
    ]);
  });

  it('names a file that nobody identified', () => {
    const unknown = example.replace(/<package [^]*<\/package>/, '');
    expect(parseReport(unknown).runs[0].findings[0].component).toEqual({
      name: 'left-1.0.0.jar',
    });
  });
});
