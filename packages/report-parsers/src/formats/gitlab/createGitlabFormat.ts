import { FindingType, ParsedRun, ReportFormat } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  requireList,
  requireObject,
} from '../../shared/json';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { toIsoTime } from '../../shared/times';
import { packageManagersOf } from './places';
import {
  GitlabScanType,
  controlOf,
  scanTypeOf,
  tellsItsKind,
} from './scanTypes';
import { identityOf, vulnerabilityToFinding } from './vulnerabilities';

/** The program that looked: of the scan, else of the first vulnerability. */
function toolOf(
  report: JsonObject,
  title: string,
): { tool: ParsedRun['tool']; scanner?: string } {
  const scan = asObject(report.scan);
  const first = asObject(asList(report.vulnerabilities)[0]);
  const scanner = [scan.scanner, scan.analyzer, first.scanner]
    .map(asObject)
    .find(({ id, name }) => asText(name) ?? asText(id));
  if (!scanner) return { tool: { name: title } };
  return {
    tool: {
      name: asText(scanner.name) ?? asText(scanner.id) ?? title,
      version: asText(scanner.version),
    },
    scanner: asText(scanner.id),
  };
}

function evidenceOf(
  report: JsonObject,
  hasFindings: boolean,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const scan = asObject(report.scan);
  if (asText(scan.status)?.toLowerCase() === 'failure') {
    return {
      evidence: hasFindings ? 'partial' : 'none',
      evidenceReason:
        'The report says that the scan failed (scan.status is failure).',
    };
  }
  if (asText(asObject(scan.partial_scan).mode)) {
    return {
      evidence: 'partial',
      evidenceReason:
        'The report is of a part of the code only (scan.partial_scan).',
    };
  }
  return { evidence: 'scan' };
}

/** Old SAST reports also have secrets and infrastructure: what was found says so. */
function controlsOf(
  report: JsonObject,
  scanType: GitlabScanType,
  scanner: string | undefined,
  findings: ParsedRun['findings'],
): FindingType[] {
  if (!tellsItsKind(report)) return [];
  const controls = new Set<FindingType>();
  if (scanType === 'sast' && /^kics/i.test(scanner ?? '')) {
    controls.add('iac');
  } else {
    controls.add(controlOf(scanType));
  }
  for (const { type } of findings) controls.add(type);
  return [...controls];
}

function toRun(
  report: JsonObject,
  scanType: GitlabScanType,
  title: string,
): ParsedRun {
  const { tool, scanner } = toolOf(report, title);
  const context = {
    scanType,
    scanner,
    packageManagers: packageManagersOf(report),
    texts: new SharedTexts(),
  };
  const tally = new Tally(
    'id (before schema 3 the cve key), and package and version',
  );
  const entries = requireList(report.vulnerabilities, '/vulnerabilities');
  for (const [index, value] of entries.entries()) {
    const vulnerability = requireObject(value, `/vulnerabilities/${index}`);
    const finding = vulnerabilityToFinding(vulnerability, context);
    const identity = identityOf(vulnerability, finding.component);
    if (identity === undefined) tally.add(finding);
    else tally.addByKey(identity, finding);
  }
  const scan = asObject(report.scan);
  const evidence = evidenceOf(report, tally.findings.length > 0);
  return {
    tool,
    ...evidence,
    controlTypes:
      evidence.evidence === 'none'
        ? []
        : controlsOf(report, scanType, scanner, tally.findings),
    // The schema has times in UTC, and mostly without saying so.
    scannedAt: toIsoTime(scan.start_time, { zoneless: 'utc' }),
    ...tally.result(),
  };
}

/**
 * A format of GitLab's security reports, which share one schema: versions 2
 * to 15 and later, with or without `scan`. One finding per vulnerability; those
 * that GitLab takes for one, by `id` or before that by the `cve` key, are one.
 */
export function createGitlabFormat(options: {
  id: string;
  title: string;
  scanType: GitlabScanType;
  documentation: string;
}): ReportFormat {
  const { id, title, scanType, documentation } = options;
  return {
    id,
    title,
    documentation,
    kind: 'json',
    controlTypes: [controlOf(scanType)],
    recognises: document => scanTypeOf(document) === scanType,
    parse(document) {
      const report = requireObject(
        document.kind === 'json' ? document.value : undefined,
        '',
      );
      return [toRun(report, scanType, title)];
    },
  };
}
