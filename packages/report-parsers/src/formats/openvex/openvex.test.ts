import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = (name: string) =>
  parseReport(readFileSync(join(__dirname, 'examples', name)));

function parse(statements: unknown, fields: object = {}) {
  const document = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'urn:doc',
    statements,
    ...fields,
  };
  return parseReport(JSON.stringify(document)).runs[0];
}

describe('openvex', () => {
  it('reads statements of 0.2.0, and names the invalid', () => {
    const { format, runs } = example('current.json');
    expect(format).toBe('openvex');
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({
      evidence: 'none',
      controlTypes: [],
      findings: [],
    });
    expect(runs[0].statements).toEqual({
      documentId: 'https://vex.example/documents/2026-17',
      version: '2',
      author: 'Example Security',
      issuedAt: '2026-11-03T10:00:00.000Z',
      items: [
        {
          vulnerabilityIds: ['CVE-2026-1111', 'GHSA-aaaa-bbbb-cccc'],
          products: [
            {
              id: 'pkg:oci/payments-api',
              purl: 'pkg:oci/payments-api',
              subcomponents: [
                { id: 'pkg:npm/left@1.0.0', purl: 'pkg:npm/left@1.0.0' },
              ],
            },
            { id: 'pkg:npm/right', purl: 'pkg:npm/right', subcomponents: [] },
          ],
          status: 'not_affected',
          justification: 'vulnerable_code_not_in_execute_path',
          impact: 'The parser is never called.',
          action: undefined,
          at: '2026-11-04T09:00:00.000Z',
        },
        expect.objectContaining({
          status: 'affected',
          action: 'Upgrade to 1.0.1.',
        }),
      ],
      invalid: [
        {
          path: '/statements/1',
          message:
            'It says not affected, and neither a justification nor an impact statement says why.',
        },
      ],
    });
  });

  it('reads 0.0.1, where names are text and parts stand beside products', () => {
    const [run] = example('first.json').runs;
    expect(run.statements?.items).toMatchObject([
      {
        vulnerabilityIds: ['CVE-2026-1111'],
        products: [
          {
            id: 'pkg:oci/payments-api',
            subcomponents: [{ purl: 'pkg:npm/left@1.0.0' }],
          },
        ],
        status: 'under_investigation',
      },
      { status: 'fixed' },
    ]);
  });

  it.each([
    ['no vulnerability', {}, 'It names no vulnerability.'],
    ['no product', { products: [] }, 'It names no product.'],
    ['no status', { status: undefined }, 'It has no status.'],
    [
      'an unknown status',
      { status: 'maybe' },
      'The status "maybe" is not known.',
    ],
    [
      'an unknown justification',
      { status: 'not_affected', justification: 'trust_me' },
      'It says not affected, and the justification "trust_me" is not known.',
    ],
  ])('does not take a statement with %s', (name, change, message) => {
    const run = parse([
      {
        ...(name !== 'no vulnerability' && { vulnerability: 'CVE-2026-1' }),
        products: ['pkg:npm/left'],
        status: 'fixed',
        ...change,
      },
    ]);
    expect(run.statements?.items).toEqual([]);
    expect(run.statements?.invalid).toEqual([
      { path: '/statements/0', message },
    ]);
  });

  it.each([
    [{ '@id': 7 }, [], '/@id'],
    [{}, {}, '/statements'],
    [{}, [{ products: 'all' }], '/statements/0/products'],
  ])('names the place of what is wrong', (fields, statements, path) => {
    expect(() => parse(statements, fields)).toThrow(
      expect.objectContaining({ details: { path } }),
    );
  });

  it('refuses more than can be applied', () => {
    const statement = {
      vulnerability: 'CVE-2026-1',
      products: Array.from({ length: 3_000 }, () => 'pkg:npm/left'),
      status: 'fixed',
    };
    expect(() => parse(Array(40).fill(statement))).toThrow(
      /20000 statements about 100000 products at most/,
    );
  });
});
