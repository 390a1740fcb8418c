import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/vex.json'), 'utf8');

function parse(change: (document: any) => void) {
  const document = JSON.parse(example);
  change(document);
  return parseReport(JSON.stringify(document)).runs[0];
}

describe('csaf-vex', () => {
  it('joins products of which the same is said, and finds their package URLs', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('csaf-vex');
    expect(runs).toMatchObject([{ evidence: 'none', findings: [] }]);
    const { items, ...document } = runs[0].statements!;
    expect(document).toEqual({
      documentId: 'EX-2026-0003',
      version: '3',
      author: 'Example Company',
      issuedAt: '2026-11-03T10:00:00.000Z',
      invalid: [
        {
          path: '/vulnerabilities/0/product_status/known_not_affected/3',
          message:
            'It says not affected, and neither a justification nor an impact statement says why.',
        },
      ],
    });
    expect(items).toMatchObject([
      {
        vulnerabilityIds: ['CVE-2026-1111', 'EX-77'],
        status: 'not_affected',
        justification: 'vulnerable_code_not_present',
        products: [
          { id: 'left-1', purl: 'pkg:npm/left@1.0.0', subcomponents: [] },
          // A version tells it wherever it is installed.
          { id: 'el9:left-1', purl: 'pkg:npm/left@1.0.0', subcomponents: [] },
        ],
      },
      {
        status: 'not_affected',
        impact: 'It is built without that module.',
        // Without a version it is said of that platform only.
        products: [
          {
            id: 'el9',
            name: 'Example Linux 9',
            subcomponents: [
              { id: 'el9:openssl', purl: 'pkg:rpm/example/openssl' },
            ],
          },
        ],
      },
      {
        status: 'fixed',
        action: 'Update.',
        products: [{ purl: 'pkg:rpm/example/openssl' }],
      },
    ]);
  });

  it('reads advisories and the lists of package URLs of 2.1', () => {
    const run = parse(document => {
      document.document.category = 'csaf_security_advisory';
      document.document.csaf_version = '2.1';
      const [left] = document.product_tree.branches[0].branches;
      left.product.product_identification_helper = {
        purls: ['pkg:npm/left@2.0.0'],
      };
    });
    expect(run.statements?.items[0].products[0].purl).toBe(
      'pkg:npm/left@2.0.0',
    );
  });

  it('ends with relationships that go in circles', () => {
    const run = parse(document => {
      document.product_tree.relationships[0].product_reference = 'el9:openssl';
    });
    expect(run.statements?.items).toHaveLength(3);
  });

  it.each([
    [
      'category',
      (d: any) => (d.document.category = 'csaf_base'),
      '/document/category',
    ],
    ['id', (d: any) => delete d.document.tracking.id, '/document/tracking/id'],
    [
      'status',
      (d: any) =>
        (d.vulnerabilities[0].product_status.known_not_affected = 'left-1'),
      '/vulnerabilities/0/product_status/known_not_affected',
    ],
  ])('names the place of a wrong %s', (_name, change, path) => {
    expect(() => parse(change)).toThrow(
      expect.objectContaining({ details: { path } }),
    );
  });
});
