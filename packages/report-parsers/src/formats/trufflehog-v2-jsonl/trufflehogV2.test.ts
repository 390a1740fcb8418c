import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';

const example = readFileSync(join(__dirname, 'examples/two.jsonl'));

describe('trufflehog-v2-jsonl', () => {
  const { format, runs } = parseReport(example);

  it('makes one finding of a rule in a file', () => {
    expect(format).toBe('trufflehog-v2-jsonl');
    expect(runs).toMatchObject([
      {
        tool: { name: 'TruffleHog' },
        counts: { raw: 3, leftOut: {} },
        aggregatedBy: 'rule and file',
        findings: [
          {
            ruleId: 'Generic Secret',
            severity: 'medium',
            details: `Found in commit ${'1'.repeat(40)}.`,
            locations: [{ path: 'app/***.py' }],
          },
          { ruleId: 'High Entropy', severity: 'info' },
        ],
      },
    ]);
  });

  it('keeps the value of a secret nowhere', () => {
    expect(JSON.stringify(runs)).not.toContain('hidden-value');
  });

  it('reads a single record and names one that is none', () => {
    const [first] = example.toString().split('\n');
    expect(parseReport(first).format).toBe('trufflehog-v2-jsonl');
    expect(() => parseReport(`${first}\n{"reason":"x"}`)).toThrow(
      expect.objectContaining({ details: { path: '/1', line: 2 } }),
    );
  });
});
