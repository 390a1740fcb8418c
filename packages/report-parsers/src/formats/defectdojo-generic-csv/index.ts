import {
  CsvRow,
  ParsedFinding,
  ReportDocument,
  ReportError,
  ReportFormat,
} from '../../types';
import { toScore } from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { addCwe, addCwesIn } from '../../shared/weaknesses';
import {
  GenericFinding,
  toParsedFinding,
} from '../defectdojo-generic/findings';

type Column = (name: string) => string | undefined;

/** "Vulnerability Id", "vulnerability_id" and "VulnerabilityID" are one column. */
function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const key = columnKey(name);
    if (!columns.has(key)) columns.set(key, index);
  }
  return columns;
}

/** DefectDojo takes whatever begins with a t for true. */
function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^t/i.test(value);
}

function cwesOf(column: Column): number[] {
  const cwes = new Set<number>();
  for (const part of `${column('cweid') ?? ''},${column('cweids') ?? ''}`.split(
    /[\s,;]+/,
  )) {
    addCwe(cwes, part);
    addCwesIn(cwes, part);
  }
  return [...cwes];
}

function vulnerabilityIdsOf(column: Column): string[] {
  const ids = [column('cve'), column('vulnerabilityid')].flatMap(
    value => value?.split(/[\s,;]+/) ?? [],
  );
  return [...new Set(ids.filter(Boolean))];
}

function lineOf(value: string | undefined): number | undefined {
  const line = Number(value);
  return Number.isInteger(line) && line > 0 ? line : undefined;
}

function readRow(row: CsvRow, column: Column): GenericFinding {
  const title = column('title');
  if (!title) {
    throw new ReportError(`The row at line ${row.line} has no Title.`, {
      line: row.line,
    });
  }
  const url = column('url');
  return {
    title,
    severity: column('severity') ?? '',
    description: column('description'),
    mitigation: column('mitigation'),
    impact: column('impact'),
    references: column('references'),
    cwes: cwesOf(column),
    vulnerabilityIds: vulnerabilityIdsOf(column),
    score: toScore(column('cvssv4score')) ?? toScore(column('cvssv3score')),
    vector: column('cvssv3')?.replace(/^CVSS:3\.\d\//, ''),
    filePath: column('filepath'),
    line: lineOf(column('line')),
    urls: url ? [url] : [],
    componentName: column('componentname'),
    componentVersion: column('componentversion'),
    fixVersion: column('fixversion'),
    uniqueId: column('uniqueidfromtool'),
    ruleId: column('vulnidfromtool'),
    isDynamic: false,
    isActive: column('active') === undefined || isTrue(column('active')),
    isFalsePositive: isTrue(column('falsepositive')),
    isOutOfScope: isTrue(column('outofscope')),
    isRiskAccepted: isTrue(column('riskaccepted')),
    isUnderReview: isTrue(column('underreview')),
    isMitigated: isTrue(column('ismitigated')),
    isDuplicate: isTrue(column('duplicate')),
  };
}

function keyOf(finding: ParsedFinding, given: GenericFinding): string {
  return JSON.stringify([finding.severity, given.title, given.description]);
}

function parseTable(document: ReportDocument & { kind: 'csv' }): Tally {
  const columns = columnsOf(document.header);
  for (const name of ['Title', 'Severity']) {
    if (!columns.has(columnKey(name))) {
      throw new ReportError(`The table has no column ${name}.`, { line: 1 });
    }
  }
  const tally = new Tally('severity, title and description');
  const texts = new SharedTexts();
  for (const row of document.rows) {
    const column: Column = name => {
      const index = columns.get(name);
      return index === undefined
        ? undefined
        : row.cells[index]?.trim() || undefined;
    };
    const given = readRow(row, column);
    const finding = toParsedFinding(given, texts);
    tally.addByKey(keyOf(finding, given), finding);
  }
  return tally;
}

/**
 * DefectDojo's own format for findings of any tool, as a table. Rows of one
 * severity, title and description are one finding with several addresses.
 */
export const defectdojoGenericCsv: ReportFormat = {
  id: 'defectdojo-generic-csv',
  title: 'DefectDojo generic findings (CSV)',
  documentation:
    'https://docs.defectdojo.com/supported_tools/parsers/generic_findings_import/',
  kind: 'csv',
  controlTypes: [],
  recognises(document) {
    if (document.kind !== 'csv') return false;
    const names = new Set(document.header);
    return (
      names.has('Title') &&
      names.has('Severity') &&
      names.has('Description') &&
      ['Date', 'CweId', 'Mitigation', 'Active', 'Vulnerability Id'].some(name =>
        names.has(name),
      )
    );
  },
  parse(document) {
    if (document.kind !== 'csv') {
      throw new ReportError('The report is no table (CSV).', { line: 1 });
    }
    const tally = parseTable(document);
    return [
      {
        tool: { name: 'DefectDojo generic findings' },
        evidence: 'scan',
        controlTypes: [...new Set(tally.findings.map(({ type }) => type))],
        ...tally.result(),
      },
    ];
  },
};
