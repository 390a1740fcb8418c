import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/mixed.jsonl'));
const log = (level: string, msg: string) =>
  JSON.stringify({ level, logger: 'trufflehog', msg });

describe('trufflehog-v3-jsonl', () => {
  const { format, runs } = parseReport(example);

  it('reads secrets of repositories, images and pages, each once', () => {
    expect(format).toBe('trufflehog-v3-jsonl');
    expect(runs).toMatchObject([
      {
        tool: { name: 'TruffleHog' },
        evidence: 'scan',
        controlTypes: ['secret'],
        counts: { raw: 4, leftOut: {} },
        aggregatedBy: 'detector, file, line, commit and secret',
        findings: [
          {
            ruleId: 'Example',
            title: 'Working secret (Example)',
            severity: 'critical',
            cwes: [798],
            description: 'A token of the example service.',
            links: ['https://rotate.example/token'],
            locations: [{ path: 'conf/***.yml', startLine: 3 }],
          },
          {
            ruleId: 'shop token',
            severity: 'high',
            locations: [
              { path: '/etc/app.conf', logicalName: 'registry.example/shop' },
            ],
          },
          {
            ruleId: 'Slack',
            locations: [{ url: 'https://jira.example/browse/SHOP-1' }],
          },
        ],
      },
    ]);
  });

  it('keeps the value of a secret nowhere', () => {
    expect(JSON.stringify(runs)).not.toMatch(/-secret-\d/);
  });

  it('takes a log of a finished scan for a clean one, of a failed one not', () => {
    const evidenceOf = (...lines: string[]) =>
      parseReport(lines.join('\n')).runs[0].evidence;
    const start = log('info-0', 'running source');
    expect(evidenceOf(start, log('info-0', 'finished scanning'))).toBe('scan');
    expect(evidenceOf(start)).toBe('partial');
    expect(
      evidenceOf(log('error', 'failed'), log('info-0', 'finished scanning')),
    ).toBe('partial');
  });

  it('takes nothing for a clean scan of the same tool when told so', () => {
    const [run] = parseReport('', {
      format: 'trufflehog-v3-jsonl',
      emptyMeansClean: true,
    }).runs;
    expect(run).toMatchObject({
      tool: { name: 'TruffleHog' },
      evidence: 'scan',
      controlTypes: ['secret'],
    });
  });

  it('names the line that is no record', () => {
    const [, record] = example.toString().split('\n');
    expect(() => parseReport(`${record}\n{"a":1}\n`)).toThrow(
      expect.objectContaining({ details: { path: '/1', line: 2 } }),
    );
  });
});
