import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';
import { ReportError } from '../../types';

const example = (name: string) =>
  readFileSync(join(__dirname, 'examples', name));

describe('spdx-json', () => {
  it('reads an inventory of version 2', () => {
    const { format, runs } = parseReport(example('syft.spdx.json'));
    expect(format).toBe('spdx-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'syft', version: '1.18.0' },
        evidence: 'inventory',
        controlTypes: [],
        category: 'registry.example/shop',
        scannedAt: '2026-03-02T10:00:00.000Z',
        findings: [],
      },
    ]);
    expect(runs[0].inventory).toEqual({
      subject: { name: 'registry.example/shop', version: '1.4.2' },
      components: [
        {
          type: 'maven',
          namespace: 'org.apache.logging.log4j',
          name: 'log4j-core',
          displayName: 'org.apache.logging.log4j:log4j-core',
          version: '2.14.1',
          kind: undefined,
          licences: ['Apache-2.0'],
          scope: 'required',
          direct: true,
        },
        {
          type: 'rpm',
          namespace: 'redhat',
          name: 'bash',
          displayName: 'RedHat/bash',
          version: '2:5.1.8-6.el9',
          kind: undefined,
          licences: [],
          scope: undefined,
          direct: false,
        },
      ],
    });
  });

  it('reads it as GitHub wraps it', () => {
    const sbom = JSON.parse(example('syft.spdx.json').toString());
    const [run] = parseReport(JSON.stringify({ sbom })).runs;
    expect(run.inventory?.components).toHaveLength(2);
  });

  it('reads version 3', () => {
    const [run] = parseReport(example('three.spdx3.json')).runs;
    expect(run).toMatchObject({
      tool: { name: 'acme-sbom', version: '2.1.0' },
      category: 'shop',
      scannedAt: '2026-03-02T10:00:00.000Z',
      inventory: {
        subject: { name: 'shop', version: '1.0.0' },
        components: [
          {
            type: 'npm',
            namespace: '@angular',
            name: 'core',
            displayName: '@angular/core',
            version: '17.0.1',
            licences: ['MIT'],
            direct: true,
          },
          { name: 'jest', scope: 'excluded', direct: false },
        ],
      },
    });
  });

  it('has no inventory when nothing is listed', () => {
    const [run] = parseReport('{"spdxVersion":"SPDX-2.3"}').runs;
    expect(run).toMatchObject({ evidence: 'inventory' });
    expect(run.inventory).toBeUndefined();
  });

  it('names the place of what is wrong', () => {
    const body = { spdxVersion: 'SPDX-2.3', packages: [{}, 7] };
    expect(() => parseReport(JSON.stringify(body))).toThrow(
      expect.objectContaining({ details: { path: '/packages/1' } }),
    );
    expect(() =>
      parseReport('{"spdxVersion":"SPDX-2.3","packages":{}}'),
    ).toThrow(ReportError);
  });
});
