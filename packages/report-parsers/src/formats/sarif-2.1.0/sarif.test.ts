import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../parseReport';
import { ParsedRun, ReportError } from '../../types';

const example = readFileSync(join(__dirname, 'examples/references.sarif'));

function parseRun(run: object, log: object = {}): ParsedRun {
  const [parsed] = parseReport(
    JSON.stringify({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'T' } }, ...run }],
      ...log,
    }),
  ).runs;
  return parsed;
}

function findingOf(tool: string, result: object, run: object = {}) {
  return parseRun({
    tool: { driver: { name: tool, ...run } },
    results: [result],
  }).findings[0];
}

function pathOf(uri: string, run: object = {}, base?: string) {
  return parseRun({
    ...run,
    results: [
      {
        ruleId: 'R',
        message: { text: 'm' },
        locations: [
          { physicalLocation: { artifactLocation: { uri, uriBaseId: base } } },
        ],
      },
    ],
  }).findings[0].locations[0].path;
}

describe('sarif-2.1.0', () => {
  const [run] = parseReport(example).runs;
  const [tainted, unescaped, plugin] = run.findings;

  it('reads what the run says of itself', () => {
    expect(run).toMatchObject({
      tool: { name: 'Example Analyzer', version: '3.2.1' },
      evidence: 'scan',
      controlTypes: ['sast'],
      category: 'example/linux',
      scannedAt: '2026-03-02T10:00:00.000Z',
      commit: '0a1b2c3d',
      branch: 'main',
      counts: {
        raw: 5,
        leftOut: { 'kind is pass': 1, 'baselineState is absent': 1 },
      },
    });
  });

  it('follows indices, message ids, taxonomies and base URIs', () => {
    expect(tainted).toMatchObject({
      type: 'sast',
      ruleId: 'EX1000',
      ruleName: 'TaintedPath',
      title: "'name' reaches open in {app}.",
      description: 'A path comes from a request.',
      remediation: '**Check** it.',
      severity: 'critical',
      toolSeverity: '9.1',
      score: 9.1,
      cwes: [22],
      links: ['https://analyzer.example/EX1000'],
      fingerprints: { v1: 'f-1' },
      locations: [
        {
          path: 'src/a b.ts',
          startLine: 3,
          endLine: 4,
          startColumn: 2,
          logicalName: 'app.open',
          snippet: 'open(name)',
        },
      ],
    });
  });

  it('finds the rule of a hierarchical id and its overridden level', () => {
    expect(unescaped).toMatchObject({
      ruleId: 'EX2000/1',
      severity: 'medium',
      toolSeverity: 'warning',
      cwes: [79, 80],
      locations: [{ path: 'web/x.ts' }],
      suppression: { status: 'underReview', kind: 'external' },
    });
  });

  it('finds rules and messages of extensions', () => {
    expect(plugin).toMatchObject({
      ruleId: 'PLUG1',
      title: 'From a plugin',
      severity: 'info',
      cwes: [20],
      locations: [],
    });
  });

  it.each([
    ['src/a.ts', 'src/a.ts'],
    ['./src/../lib/a.ts', 'lib/a.ts'],
    ['src\\a.ts', 'src/a.ts'],
    ['/main.tf', 'main.tf'],
    ['100%.txt', '100%.txt'],
    ['file:///home/runner/work/app/app/src/a.ts', 'src/a.ts'],
    ['file:///builds/group/app/src/a.ts', 'src/a.ts'],
    ['file:///github/workspace/a.ts', 'a.ts'],
    ['file:///D:/a/app/app/a.cs', 'a.cs'],
    ['/tmp/tmp1234/src/a.ts', 'src/a.ts'],
    ['file:///home/me/unknown/a.ts', '/home/me/unknown/a.ts'],
    ['untitled:a%20b', 'untitled:a b'],
  ])('reads %s as path %s', (uri, path) => {
    expect(pathOf(uri)).toBe(path);
  });

  it('keeps the directory of a checkout below the repository', () => {
    const bases = {
      originalUriBaseIds: {
        SUB: { uri: 'file:///home/runner/work/app/app/sub/' },
      },
    };
    expect(pathOf('x.ts', bases, 'SUB')).toBe('sub/x.ts');
    expect(pathOf('a%20b.ts', bases, 'SUB')).toBe('sub/a b.ts');
  });

  it('takes the id before a wrong index', () => {
    const finding = findingOf(
      'T',
      { ruleId: 'B', ruleIndex: 0, message: { text: 'm' } },
      {
        rules: [
          { id: 'A', name: 'a' },
          { id: 'B', name: 'b' },
        ],
      },
    );
    expect(finding.ruleName).toBe('b');
  });

  it.each([
    ['Semgrep OSS', 'a.b', {}, 'sast'],
    ['gitleaks', 'aws', {}, 'secret'],
    ['secretlint', 'x', {}, 'secret'],
    ['osv-scanner', 'CVE-2024-1111', {}, 'sca'],
    ['hadolint', 'DL3000', {}, 'container'],
    ['checkov', 'CKV_AWS_1', {}, 'iac'],
    ['checkov', 'CKV_SECRET_6', {}, 'secret'],
    ['KICS', 'x', {}, 'iac'],
    ['Trivy', 'DS002', { tags: ['misconfiguration'] }, 'iac'],
    ['Trivy', 'CVE-2024-1111', { tags: ['vulnerability'] }, 'sca'],
    ['ESLint', 'security/detect-eval', {}, 'sast'],
  ])('knows what %s is: %s', (tool, id, properties, type) => {
    expect(
      findingOf(
        tool,
        { ruleId: id, message: { text: 'm' } },
        { rules: [{ id, properties }] },
      ).type,
    ).toBe(type);
  });

  it('reads packages and advisories from Trivy and Grype', () => {
    const trivy = findingOf('Trivy', {
      ruleId: 'CVE-2024-1111',
      message: {
        text: 'Package: curl\nInstalled Version: 7.1\nVulnerability CVE-2024-1111\nSeverity: HIGH\nFixed Version: 7.2, 8.0\nLink: [CVE](https://avd.example/1)',
      },
    });
    expect(trivy).toMatchObject({
      component: {
        name: 'curl',
        version: '7.1',
        fixedVersions: ['7.2', '8.0'],
      },
      advisoryIds: ['CVE-2024-1111'],
      links: ['https://avd.example/1'],
    });
    const grype = findingOf('grype', {
      ruleId: 'GHSA-aaaa-bbbb-cccc-lodash',
      message: {
        text: 'A high vulnerability in npm package: lodash, version 4.17.1 was found at: /package-lock.json',
      },
    });
    expect(grype).toMatchObject({
      type: 'sca',
      component: { name: 'lodash', version: '4.17.1' },
      advisoryIds: ['GHSA-AAAA-BBBB-CCCC'],
    });
  });

  it('never keeps the value of a secret', () => {
    const value = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    const finding = findingOf('secretlint', {
      ruleId: 'aws',
      message: { text: `found AWS Secret Access Key: ${value}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a.env' },
            region: { startLine: 1, snippet: { text: `KEY=${value}` } },
          },
        },
      ],
      fixes: [{ description: { text: `Remove ${value}` } }],
    });
    expect(finding.title).toBe('found AWS Secret Access Key: ***');
    expect(JSON.stringify(finding)).not.toContain('wJalr');
  });

  it('drops the fingerprints of Gitleaks, which are about the commit', () => {
    expect(
      findingOf('gitleaks', {
        ruleId: 'x',
        message: { text: 'm' },
        partialFingerprints: { commitSha: 'a', email: 'me@mail.example' },
      }).partialFingerprints,
    ).toEqual({});
  });

  it.each([
    [{}, 'none'],
    [{ results: null }, 'none'],
    [{ results: [] }, 'scan'],
    [{ results: [], invocations: [{ executionSuccessful: false }] }, 'none'],
    [
      {
        results: [],
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [{ level: 'error' }],
          },
        ],
      },
      'none',
    ],
    [
      {
        results: [{ message: { text: 'm' } }],
        invocations: [{ executionSuccessful: false }],
      },
      'partial',
    ],
  ])('sees in %j the evidence %s', (fields, evidence) => {
    const parsed = parseRun(fields);
    expect(parsed.evidence).toBe(evidence);
    expect(parsed.controlTypes).toEqual(evidence === 'none' ? [] : ['sast']);
    expect(parsed.evidenceReason === undefined).toBe(evidence === 'scan');
  });

  it('joins runs of one tool and category, keeps others apart', () => {
    const one = (name: string, id: string) => ({
      tool: { driver: { name } },
      automationDetails: { id },
      results: [{ ruleId: 'R', message: { text: 'm' } }],
    });
    const { runs } = parseReport(
      JSON.stringify({
        version: '2.1.0',
        runs: [one('A', 'x/1'), one('A', 'x/2'), one('A', 'y/1'), one('B', '')],
      }),
    );
    expect(runs.map(({ findings }) => findings.length)).toEqual([2, 1, 1]);
    expect(runs[0].counts.raw).toBe(2);
  });

  it.each([
    [{ version: '2.1.0', runs: 'x' }, '/runs'],
    [{ version: '2.1.0', runs: [7] }, '/runs/0'],
    [{ version: '2.1.0', runs: [{ results: [] }] }, '/runs/0/tool'],
    [
      { version: '2.1.0', runs: [{ tool: { driver: {} } }] },
      '/runs/0/tool/driver/name',
    ],
    [
      {
        version: '2.1.0',
        runs: [{ tool: { driver: { name: 'T' } }, results: [{}, 1] }],
      },
      '/runs/0/results/1',
    ],
    [
      {
        version: '2.1.0',
        runs: [
          { externalPropertyFileReferences: { results: [{ location: {} }] } },
        ],
      },
      '/runs/0/externalPropertyFileReferences/results',
    ],
    [{ version: '2.0.0', runs: [] }, '/version'],
  ])('names the place of what is wrong in %j', (log, path) => {
    expect(() => parseReport(JSON.stringify(log))).toThrow(ReportError);
    expect(() => parseReport(JSON.stringify(log))).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ path }) }),
    );
  });

  describe('places that explain a result', () => {
    const at = (uri: string, line: number, text?: string) => ({
      physicalLocation: {
        artifactLocation: { uri },
        region: { startLine: line, snippet: { text: 'query(name)' } },
      },
      ...(text && { message: { text } }),
    });
    const result = {
      ruleId: 'R',
      message: { text: 'm' },
      locations: [at('src/sink.ts', 9)],
    };
    const flow = (...locations: object[]) => [{ threadFlows: [{ locations }] }];

    it('reads related locations and the steps of the first code flow, without their text', () => {
      const finding = findingOf('CodeQL', {
        ...result,
        relatedLocations: [at('src/a.ts', 1, 'see [this](1)'), { id: 7 }],
        codeFlows: [
          ...flow(
            { location: at('src/source.ts', 3, 'name') },
            { location: at('src/sink.ts', 9) },
          ),
          ...flow({ location: at('src/other.ts', 5) }),
        ],
      });
      expect(finding.locations).toHaveLength(1);
      expect(finding.related).toEqual([
        {
          path: 'src/a.ts',
          startLine: 1,
          role: 'related',
          message: 'see this',
        },
        { path: 'src/source.ts', startLine: 3, role: 'step', message: 'name' },
        { path: 'src/sink.ts', startLine: 9, role: 'step' },
      ]);
    });

    it('finds steps that the run keeps in a list of its own', () => {
      const [finding] = parseRun({
        threadFlowLocations: [{ location: at('src/source.ts', 3) }],
        results: [{ ...result, codeFlows: flow({ index: 0 }, { index: 5 }) }],
      }).findings;
      expect(finding.related).toMatchObject([{ path: 'src/source.ts' }]);
    });

    it('keeps 20 of each role and 300 characters of each message', () => {
      const many = Array.from({ length: 500 }, (_, line) =>
        at('src/a.ts', line + 1, 'x'.repeat(5_000)),
      );
      const { related = [] } = findingOf('CodeQL', {
        ...result,
        relatedLocations: many,
        codeFlows: flow(...many.map(location => ({ location }))),
      });
      expect(related).toHaveLength(40);
      expect(JSON.stringify(related).length).toBeLessThan(20_000);
    });

    it('says nothing of a secret there either', () => {
      const { related } = findingOf('gitleaks', {
        ...result,
        properties: { secret: 'hunter2hunter' },
        relatedLocations: [at('a.env', 1, 'again hunter2hunter')],
      });
      expect(related).toEqual([
        { path: 'a.env', startLine: 1, role: 'related', message: 'again ***' },
      ]);
    });

    it.each([
      { relatedLocations: 'x', codeFlows: 7 },
      { relatedLocations: [null, 3, {}], codeFlows: [{ threadFlows: [null] }] },
      { codeFlows: [{ threadFlows: [{ locations: [1, { index: -1 }] }] }] },
    ])('takes %j as none', odd => {
      expect(findingOf('CodeQL', { ...result, ...odd })).toEqual(
        findingOf('CodeQL', result),
      );
    });
  });
});
