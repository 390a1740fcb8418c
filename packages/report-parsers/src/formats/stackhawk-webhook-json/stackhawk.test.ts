import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/completed.json'));
const parse = (report: unknown, format?: string) =>
  parseReport(JSON.stringify(report), { format }).runs[0];
const completed = (status: string, findings: unknown = []) => ({
  service: 'StackHawk',
  scanCompleted: { scan: { status, application: 'Shop' }, findings },
});

describe('stackhawk-webhook-json', () => {
  it('maps the findings of a completed scan', () => {
    const { format, runs } = parseReport(example);
    expect(format).toBe('stackhawk-webhook-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'StackHawk', version: '3.1.0' },
        category: 'Shop/Staging',
        evidence: 'scan',
        controlTypes: ['dast'],
        scannedAt: '2026-03-01T10:00:00.000Z',
        counts: { raw: 2, leftOut: {} },
        aggregatedBy: undefined,
        findings: [
          {
            type: 'dast',
            ruleId: '40018',
            title: 'SQL Injection',
            severity: 'high',
            toolSeverity: 'High',
            links: ['https://app.example/scans/1/finding/40018'],
            suppression: undefined,
            locations: [
              { url: 'https://shop.example/basket', method: 'POST' },
              { url: 'https://shop.example/search', method: 'GET' },
            ],
          },
          {
            ruleId: '10021',
            suppression: { status: 'accepted', kind: 'risk accepted' },
          },
        ],
      },
    ]);
  });

  it('tells a clean scan from one that did not complete', () => {
    expect(parse(completed('COMPLETED'))).toMatchObject({
      evidence: 'scan',
      category: 'Shop',
    });
    expect(parse(completed('ERROR'))).toMatchObject({
      evidence: 'none',
      controlTypes: [],
    });
    expect(
      parse({ service: 'StackHawk', scanStarted: { scan: { env: 'a' } } }),
    ).toMatchObject({ evidence: 'none' });
  });

  it('refuses what only looks like it, and names what is wrong', () => {
    const format = 'stackhawk-webhook-json';
    expect(() => parse({ service: 'Other', scanCompleted: {} })).toThrow(
      'not known',
    );
    expect(() => parse({}, format)).toThrow('/scanCompleted is missing');
    expect(() => parse(completed('COMPLETED', [{ paths: [1] }]))).toThrow(
      expect.objectContaining({
        details: { path: '/scanCompleted/findings/0/paths/0' },
      }),
    );
  });
});
