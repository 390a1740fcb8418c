import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const text = readFileSync(
  join(__dirname, '../cyclonedx-json/examples/vex.json'),
  'utf8',
);

describe('VEX in CycloneDX', () => {
  it('is a document of statements when nothing but them stands in it', () => {
    const { runs } = parseReport(text);
    expect(runs).toMatchObject([{ evidence: 'none', findings: [] }]);
    expect(runs[0].statements).toMatchObject({
      documentId: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
      version: '4',
      author: 'Example Company',
      items: [
        {
          vulnerabilityIds: ['CVE-2026-1111', 'GHSA-aaaa-bbbb-cccc'],
          status: 'not_affected',
          justification: 'vulnerable_code_not_in_execute_path',
          impact: 'The parser is never called.',
          action: 'will_not_fix',
          at: '2026-11-02T10:00:00.000Z',
          products: [{ purl: 'pkg:npm/left@1.0.0' }, { purl: undefined }],
        },
        { status: 'affected', products: [{ name: 'payments-api' }] },
      ],
      invalid: [{ path: '/vulnerabilities/2' }],
    });
  });

  it('stays a scan of its scope when it lists components', () => {
    const bom = JSON.parse(text);
    bom.components = [{ type: 'library', name: 'left', version: '1.0.0' }];
    const [run] = parseReport(JSON.stringify(bom)).runs;
    expect(run.evidence).toBe('scan');
    expect(run.statements).toBeUndefined();
    expect(run.findings.map(finding => finding.suppression)).toMatchObject([
      { status: 'accepted', reason: 'vulnerable_code_not_in_execute_path' },
      { status: 'accepted' },
      undefined,
      // Not affected, and nothing says why.
      { status: 'underReview' },
    ]);
  });

  it('reads XML alike', () => {
    const { runs } = parseReport(
      `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="urn:uuid:1" version="2">
         <metadata><component type="application" bom-ref="app"><name>payments-api</name></component></metadata>
         <vulnerabilities><vulnerability>
           <id>CVE-2026-1111</id>
           <analysis><state>false_positive</state></analysis>
           <affects><target><ref>app</ref></target></affects>
         </vulnerability></vulnerabilities>
       </bom>`,
    );
    expect(runs[0].statements).toMatchObject({
      documentId: 'urn:uuid:1',
      version: '2',
      items: [
        {
          status: 'not_affected',
          justification: 'false_positive',
          products: [{ name: 'payments-api' }],
        },
      ],
    });
  });
});
