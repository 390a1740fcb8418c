import {
  ParsedFinding,
  ParsedRun,
  ReportDocument,
  ReportError,
  ReportFormat,
  SEVERITIES,
} from '@synchrony/report-parsers';

/** An issue as Acme Scan writes it. */
interface AcmeIssue {
  rule: string;
  level: string;
  text: string;
  file: string;
  line?: number;
}

function isAcmeIssue(value: unknown): value is AcmeIssue {
  const issue = value as Partial<AcmeIssue> | null;
  return (
    typeof issue?.rule === 'string' &&
    typeof issue.text === 'string' &&
    typeof issue.file === 'string'
  );
}

/** The report as an object, whatever it is; `{}` where it is none. */
function contentOf(document: ReportDocument): Record<string, unknown> {
  const value = document.kind === 'json' ? document.value : undefined;
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function toFinding(issue: AcmeIssue): ParsedFinding {
  return {
    type: 'sast',
    ruleId: issue.rule,
    title: issue.text,
    severity: SEVERITIES.find(known => known === issue.level) ?? 'medium',
    toolSeverity: issue.level,
    cwes: [],
    advisoryIds: [],
    locations: [{ path: issue.file, startLine: issue.line }],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
  };
}

/**
 * The JSON report of the fictional Acme Scan: one finding per issue.
 *
 * @public
 */
export class AcmeScanFormat implements ReportFormat {
  /** Worker threads load the class from here. */
  static readonly file = __filename;

  readonly id = 'acme-scan-json';
  readonly title = 'Acme Scan JSON';
  readonly documentation = 'https://example.com/acme-scan/report';
  readonly kind = 'json';
  readonly controlTypes: ReportFormat['controlTypes'] = ['sast'];

  recognises(document: ReportDocument): boolean {
    return contentOf(document).acmeScan !== undefined;
  }

  parse(document: ReportDocument): ParsedRun[] {
    const { acmeScan, issues } = contentOf(document);
    if (!Array.isArray(issues)) {
      throw new ReportError('The issues are no list.', { path: '/issues' });
    }
    const findings = issues.map((issue, index) => {
      if (!isAcmeIssue(issue)) {
        throw new ReportError('The issue has no rule, text or file.', {
          path: `/issues/${index}`,
        });
      }
      return toFinding(issue);
    });
    return [
      {
        tool: { name: 'Acme Scan', version: String(acmeScan) },
        evidence: 'scan',
        controlTypes: this.controlTypes,
        findings,
        counts: { raw: issues.length, leftOut: {} },
      },
    ];
  }
}
