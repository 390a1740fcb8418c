import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/queries.json'));
const counters = {
  files_scanned: 2,
  files_parsed: 2,
  files_failed_to_scan: 0,
  queries_total: 9,
  queries_failed_to_execute: 0,
};
const parse = (report: object) =>
  parseReport(JSON.stringify({ ...counters, ...report })).runs[0];

describe('kics-json', () => {
  const { format, runs } = parseReport(example);

  it('maps the places of a query; those that are told apart by nothing are one', () => {
    expect(format).toBe('kics-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'KICS', version: 'v2.1.0' },
        evidence: 'scan',
        controlTypes: ['iac', 'secret'],
        category: 'infra',
        scannedAt: '2026-03-01T10:00:00.500Z',
        counts: { raw: 3, leftOut: {} },
        aggregatedBy:
          'query, platform, file, line, issue type and expected value',
        findings: [
          {
            type: 'iac',
            ruleName: 'Bucket is public',
            severity: 'critical',
            cwes: [284],
            description: 'Anybody may read a public bucket.',
            details: 'Expected: acl should be private\nFound: acl is public',
            partialFingerprints: { similarityId: 'aa11' },
            links: ['https://docs.example/bucket'],
            locations: [
              {
                path: 'infra/main.tf',
                startLine: 4,
                logicalName: 'bucket.shop',
              },
              { logicalName: 'bucket.stage' },
            ],
          },
          {
            type: 'secret',
            severity: 'high',
            cwes: [798],
            locations: [{ path: 'infra/main.tf', startLine: 9 }],
          },
        ],
      },
    ]);
  });

  it('keeps the value of a secret nowhere', () => {
    expect(JSON.stringify(runs)).not.toContain('letmein99');
  });

  it('tells a clean scan from one that failed or read nothing', () => {
    expect(parse({ queries: null })).toMatchObject({
      evidence: 'scan',
      controlTypes: ['iac'],
    });
    expect(parse({ queries: [], files_failed_to_scan: 1 }).evidence).toBe(
      'partial',
    );
    expect(parse({ queries: [], files_parsed: 0 }).evidence).toBe('none');
    expect(parse({ queries: [], files_scanned: 0 })).toMatchObject({
      evidence: 'none',
      controlTypes: [],
    });
  });

  it('names the place that is none', () => {
    expect(() => parse({ queries: [{ files: [1] }] })).toThrow(
      expect.objectContaining({ details: { path: '/queries/0/files/0' } }),
    );
  });
});
