import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/shop.spdx'));

describe('spdx-tag-value', () => {
  it('reads an inventory', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('spdx-tag-value');
    expect(runs).toMatchObject([
      {
        tool: { name: 'acme-sbom', version: '0.9.1' },
        evidence: 'inventory',
        category: 'shop',
        scannedAt: '2026-03-02T10:00:00.000Z',
        inventory: {
          subject: { name: 'shop', version: '1.0.0' },
          components: [
            {
              type: 'pypi',
              name: 'requests-toolbelt',
              displayName: 'Requests_Toolbelt',
              version: '2.31.0',
              licences: ['Apache-2.0'],
              direct: true,
            },
            {
              type: '',
              name: 'pytest',
              licences: ['MIT'],
              scope: 'excluded',
              direct: false,
            },
          ],
        },
      },
    ]);
  });

  it('names the line of what is wrong', () => {
    const body =
      'SPDXVersion: SPDX-2.3\nA: <text>x\ny</text>\nRelationship: a b';
    expect(() => parseReport(body)).toThrow(
      expect.objectContaining({
        details: { path: 'Relationship', line: 4 },
      }),
    );
  });

  it('reads a long text that does not end, and a million empty lines', () => {
    const head = 'SPDXVersion: SPDX-2.3\n';
    for (const body of [
      `${head}X: <text>${'a:<text>\n'.repeat(50_000)}`,
      `${head}${'\n'.repeat(1_000_000)}`,
    ]) {
      expect(parseReport(body).runs[0].inventory).toBeUndefined();
    }
  });
});
