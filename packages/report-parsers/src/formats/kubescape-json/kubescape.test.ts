import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/files.json'));
const parse = (report: unknown) => parseReport(JSON.stringify(report)).runs[0];

describe('kubescape-json', () => {
  it('makes one finding of a control that failed for a resource', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('kubescape-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Kubescape', version: 'v3.0.3' },
        evidence: 'scan',
        controlTypes: ['iac'],
        scannedAt: '2026-03-01T10:00:00.000Z',
        commit: '0a1b2c3d',
        branch: 'main',
        counts: {
          raw: 4,
          leftOut: {
            'status is passed (w/exceptions)': 1,
            'status is passed': 1,
          },
        },
        findings: [
          {
            type: 'iac',
            ruleId: 'C-0001',
            title: 'Example',
            severity: 'high',
            toolSeverity: '8',
            details: 'At spec.a, spec.b',
            locations: [
              { path: 'deploy/web.yaml', logicalName: 'shop/Deployment/web' },
            ],
          },
          {
            ruleId: 'C-0002',
            severity: 'low',
            locations: [{ logicalName: 'kube-system/Pod/dns' }],
          },
        ],
      },
    ]);
  });

  it('names the cluster as what was scanned', () => {
    expect(
      parse({
        clusterName: 'prod',
        summaryDetails: {},
        resources: [{ resourceID: 'x' }],
        results: null,
      }),
    ).toMatchObject({ category: 'prod', evidence: 'scan', findings: [] });
  });

  it('takes a report without resources for no scan, and a part for a part', () => {
    const empty = { summaryDetails: {}, results: [], resources: [] };
    expect(parse(empty)).toMatchObject({ evidence: 'none', controlTypes: [] });
    expect(
      parse({ ...empty, paginationInfo: { isLastChunk: false } }).evidence,
    ).toBe('partial');
  });

  it('names the control that is none', () => {
    expect(() =>
      parse({ summaryDetails: {}, results: [{ controls: [null] }] }),
    ).toThrow(
      expect.objectContaining({ details: { path: '/results/0/controls/0' } }),
    );
  });
});
