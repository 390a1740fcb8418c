import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFormat, parseReport } from '../../parseReport';

const read = (path: string) => readFileSync(join(__dirname, '..', path));

describe('gitleaks-v8-json', () => {
  const { format, runs } = parseReport(
    read('gitleaks-v8-json/examples/history.json'),
  );

  it('makes one finding of a secret that two commits wrote to a line', () => {
    expect(format).toBe('gitleaks-v8-json');
    expect(runs).toMatchObject([
      {
        tool: { name: 'Gitleaks' },
        evidence: 'scan',
        controlTypes: ['secret'],
        counts: { raw: 3, leftOut: {} },
        aggregatedBy: 'rule, file, line and secret',
        findings: [
          {
            type: 'secret',
            ruleId: 'example-token',
            title: 'Found a token of the example service.',
            severity: 'high',
            cwes: [798],
            details: `Found in commit ${'1'.repeat(40)}.`,
            links: ['https://git.example/shop/blob/1111111/config/app.env#L7'],
            locations: [
              { path: 'config/***.env', startLine: 7, startColumn: 3 },
            ],
          },
          {
            ruleId: 'Private Key',
            details: undefined,
            locations: [{ path: 'keys/id', startLine: 1, endLine: 5 }],
            partialFingerprints: {},
          },
        ],
      },
    ]);
  });

  it('keeps the value of a secret nowhere', () => {
    const text = JSON.stringify(runs);
    expect(text).not.toMatch(/zq81kfp2m4x7b9wd|BEGIN PRIVATE|bot:pw/);
  });

  it('names the finding that is none', () => {
    const [first] = JSON.parse(
      read('gitleaks-v8-json/examples/history.json').toString(),
    );
    expect(() => parseReport(JSON.stringify([first, 'x']))).toThrow(
      expect.objectContaining({ details: { path: '/1' } }),
    );
  });
});

describe('gitleaks-legacy-json', () => {
  it('reads the members of all versions, without the secret', () => {
    const { format, runs } = parseReport(
      read('gitleaks-legacy-json/examples/versions.json'),
    );
    expect(format).toBe('gitleaks-legacy-json');
    expect(runs[0].findings).toMatchObject([
      {
        ruleId: 'Heroku API key',
        severity: 'critical',
        locations: [{ path: 'deploy.yml', startLine: 4 }],
        links: ['https://git.example/shop/blob/3333333/deploy.yml#L4'],
      },
      {
        ruleId: 'Generic credential',
        severity: 'low',
        toolSeverity: 'low',
        locations: [{ path: 'app.ini' }],
      },
    ]);
    expect(JSON.stringify(runs)).not.toMatch(/hu3k9d0s|abcd-9876/);
  });
});

describe('gitleaks-json', () => {
  it.each(['[]', 'null'])('takes %s for a clean scan when told so', body => {
    expect(detectFormat(body)).toBeUndefined();
    expect(parseReport(body, { format: 'gitleaks-json' })).toMatchObject({
      format: 'gitleaks-json',
      runs: [
        {
          tool: { name: 'Gitleaks' },
          evidence: 'scan',
          controlTypes: ['secret'],
          findings: [],
          counts: { raw: 0 },
        },
      ],
    });
  });

  it('reads findings of either version', () => {
    const legacy = read('gitleaks-legacy-json/examples/versions.json');
    const current = read('gitleaks-v8-json/examples/history.json');
    for (const body of [legacy, current]) {
      const [run] = parseReport(body, { format: 'gitleaks-json' }).runs;
      expect(run.findings).toHaveLength(2);
    }
  });

  it('refuses what is no list', () => {
    expect(() => parseReport('{"a":1}', { format: 'gitleaks-json' })).toThrow(
      'must be a list, but is an object',
    );
  });
});
