import {
  ParsedReport,
  ParsedRun,
  parseReport,
  ReportError,
  SEVERITIES,
} from '@synchrony/report-parsers';
import { CliError } from '../CliError';
import { withPlace } from '../client/responseError';
import { EXIT_CODES, ExitCode } from '../exitCodes';
import { readReportFile } from '../readReportFile';
import { Terminal } from '../terminal';

export interface InspectFlags {
  format?: string;
  emptyIsClean?: boolean;
  json?: boolean;
}

function severityCounts(run: ParsedRun): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const severity of SEVERITIES) {
    const count = run.findings.filter(
      finding => finding.severity === severity && !finding.suppression,
    ).length;
    if (count > 0) {
      counts[severity] = count;
    }
  }
  return counts;
}

function summarise(run: ParsedRun) {
  return {
    tool: run.tool,
    category: run.category,
    controlTypes: run.controlTypes,
    scannedAt: run.scannedAt,
    branch: run.branch,
    commit: run.commit,
    results: run.counts.raw,
    findings: run.findings.length,
    bySeverity: severityCounts(run),
    statements: run.statements?.items.length,
    invalidStatements: run.statements?.invalid,
    suppressed: run.findings.filter(({ suppression }) => suppression).length,
    leftOut: run.counts.leftOut,
    aggregatedBy: run.aggregatedBy,
  };
}

function describeRun(run: ParsedRun): string[] {
  const summary = summarise(run);
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const lines: [string, string | undefined][] = [
    ['tool', [run.tool.name, run.tool.version].filter(Boolean).join(' ')],
    ['category', run.category],
    [
      'evidence for',
      run.controlTypes.join(', ') ||
        (run.statements
          ? 'nothing: a VEX document is no scan'
          : 'nothing: an inventory without findings'),
    ],
    ['scanned at', run.scannedAt],
    ['branch', run.branch],
    ['commit', run.commit],
    ['findings', `${summary.findings} of ${summary.results} results`],
    ['severities', list(summary.bySeverity)],
    [
      'statements',
      run.statements &&
        `${summary.statements}, and ${run.statements.invalid.length} invalid`,
    ],
    ['suppressed', summary.suppressed ? `${summary.suppressed}` : undefined],
    ['left out', list(summary.leftOut)],
    ['merged by', run.aggregatedBy],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name.padEnd(13)}${value}`);
}

/** `synchrony inspect` */
export async function inspect(
  file: string,
  flags: InspectFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const body = await readReportFile(file);
  let report: ParsedReport;
  try {
    report = parseReport(body, {
      format: flags.format,
      emptyMeansClean: flags.emptyIsClean,
    });
  } catch (error) {
    if (error instanceof ReportError) {
      throw new CliError(
        withPlace(`${file}: ${error.message}`, error.details),
        EXIT_CODES.rejected,
      );
    }
    throw error;
  }
  if (flags.json) {
    terminal.out(
      JSON.stringify({
        file,
        format: report.format,
        sizeBytes: body.length,
        runs: report.runs.map(summarise),
      }),
    );
    return EXIT_CODES.ok;
  }
  terminal.out(`${file}: ${report.format}, ${body.length} bytes`);
  report.runs.forEach((run, index) => {
    terminal.out(`run ${index + 1} of ${report.runs.length}`);
    describeRun(run).forEach(terminal.out);
  });
  return EXIT_CODES.ok;
}
