import { DemoFinding } from '../types';
import { CodeRule, SecretRule } from '../weaknesses/rules';
import { DemoScan, movedLine } from './scan';

interface SarifTool {
  name: string;
  semanticVersion: string;
  informationUri: string;
}

const TOOLS: Record<string, SarifTool> = {
  codeql: {
    name: 'CodeQL',
    semanticVersion: '2.19.3',
    informationUri: 'https://codeql.github.com/',
  },
  semgrep: {
    name: 'Semgrep OSS',
    semanticVersion: '1.99.0',
    informationUri: 'https://semgrep.dev',
  },
  gitleaks: {
    name: 'gitleaks',
    semanticVersion: '8.21.2',
    informationUri: 'https://github.com/gitleaks/gitleaks',
  },
  secretlint: {
    name: 'secretlint',
    semanticVersion: '9.0.0',
    informationUri: 'https://github.com/secretlint/secretlint',
  },
};

const LANGUAGES: Record<string, string> = {
  java: 'java-kotlin',
  kotlin: 'java-kotlin',
  go: 'go',
  dotnet: 'csharp',
};

function levelOf(rule: CodeRule): string {
  if (rule.score >= 7) return 'error';
  return rule.score >= 4 ? 'warning' : 'note';
}

function codeRuleDescriptor(rule: CodeRule): object {
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.message },
    help: {
      text: rule.help,
      markdown: `${rule.message}\n\n**Fix:** ${rule.help}`,
    },
    defaultConfiguration: { level: levelOf(rule) },
    properties: {
      tags: [
        'security',
        `external/cwe/cwe-${String(rule.cwe).padStart(3, '0')}`,
      ],
      precision: 'high',
      'security-severity': rule.score.toFixed(1),
    },
  };
}

function secretRuleDescriptor(rule: SecretRule): object {
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: rule.description },
  };
}

function codeResult(
  weakness: Extract<DemoFinding['weakness'], { kind: 'code' }>,
  scan: DemoScan,
): object {
  const startLine = movedLine(weakness.line, weakness.path, scan.index);
  return {
    ruleId: weakness.rule.id,
    level: levelOf(weakness.rule),
    message: { text: weakness.rule.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: weakness.path, uriBaseId: '%SRCROOT%' },
          region: {
            startLine,
            startColumn: 9,
            endColumn: 9 + weakness.rule.snippet.length,
            snippet: { text: weakness.rule.snippet },
          },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: weakness.hash },
  };
}

function secretResult(
  weakness: Extract<DemoFinding['weakness'], { kind: 'secret' }>,
  scan: DemoScan,
): object {
  const startLine = movedLine(weakness.line, weakness.path, scan.index);
  return {
    ruleId: weakness.rule.id,
    ...(scan.scope.scanner === 'secretlint' ? { level: 'error' } : {}),
    message: {
      text: `${weakness.rule.id} has detected secret for file ${weakness.path}.`,
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: weakness.path },
          region: { startLine, startColumn: 1 },
        },
      },
    ],
  };
}

/** SARIF 2.1.0 of a static analyser or a secret scanner. */
export function sarif(scan: DemoScan): string {
  const { scope, component } = scan;
  const rules = new Map<string, object>();
  const results: object[] = [];
  for (const { weakness } of scan.findings) {
    if (weakness.kind === 'code') {
      rules.set(weakness.rule.id, codeRuleDescriptor(weakness.rule));
      results.push(codeResult(weakness, scan));
    } else if (weakness.kind === 'secret') {
      rules.set(weakness.rule.id, secretRuleDescriptor(weakness.rule));
      results.push(secretResult(weakness, scan));
    }
  }
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { ...TOOLS[scope.scanner], rules: [...rules.values()] },
        },
        ...(scope.scanner === 'codeql'
          ? {
              automationDetails: {
                id: `/language:${LANGUAGES[component.stack]}/`,
              },
            }
          : {}),
        invocations: [
          { executionSuccessful: true, startTimeUtc: scan.at.toISOString() },
        ],
        versionControlProvenance: [
          {
            repositoryUri: component.repository,
            revisionId: scan.commit,
            branch: component.defaultBranch,
          },
        ],
        results,
      },
    ],
  });
}
