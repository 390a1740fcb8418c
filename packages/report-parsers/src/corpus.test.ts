import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ParsedFinding, ParsedReport, ReportError } from './types';
import { listFormats, parseReport } from './parseReport';

interface Asserted {
  index: number;
  ruleId?: string;
  line?: number | string;
  file?: string;
  component?: string;
  componentVersion?: string | null;
  cwe?: number;
  cwes?: Array<number | string> | null;
  severity?: string;
  fixVersion?: string | null;
  falsePositive?: boolean;
  mitigated?: boolean;
}

interface CorpusEntry {
  file: string;
  format: string;
  expected: {
    findings: number | null;
    bySeverity: Record<string, number> | null;
    asserted?: Asserted[];
  };
  valid: boolean;
  mustHappen?: string;
}

const directory =
  process.env.SYNCHRONY_CORPUS ??
  resolve(__dirname, '../../../../shared/corpus');
const manifestPath = join(directory, 'manifest.json');
const manifest: CorpusEntry[] = existsSync(manifestPath)
  ? JSON.parse(readFileSync(manifestPath, 'utf8'))
  : [];
const describeCorpus = manifest.length > 0 ? describe : describe.skip;

const ours = new Set(listFormats().map(format => format.id));
const isHostile = (entry: CorpusEntry) => entry.file.includes('/hostile/');
const isError = (entry: CorpusEntry) =>
  entry.mustHappen?.startsWith('error') ?? false;
const read = (entry: CorpusEntry) => readFileSync(join(directory, entry.file));
/** it.each refuses an empty table, which is what there is without a corpus. */
const table = (entries: CorpusEntry[]): Array<[string, CorpusEntry]> =>
  entries.length > 0
    ? entries.map(entry => [entry.file.replace('reports/', ''), entry])
    : [['no corpus', {} as CorpusEntry]];

function findingsOf(report: ParsedReport): ParsedFinding[] {
  return report.runs.flatMap(run => run.findings);
}

/** Documents whose content can't name their format: an empty list under a word that many use. */
const NAMELESS = new Set(['reports/gitlab_dast/gitlab_dast_zero_vul.json']);

function parse(entry: CorpusEntry): ParsedReport {
  const body = read(entry);
  const isNameless =
    NAMELESS.has(entry.file) ||
    /^\s*(?:null|\[\s*\]|\{\s*\})?\s*$/.test(body.toString());
  return parseReport(
    body,
    isNameless ? { format: entry.format, emptyMeansClean: true } : {},
  );
}

const capitalised = (word: string) =>
  word.charAt(0).toUpperCase() + word.slice(1);

function countBySeverity(findings: ParsedFinding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity } of findings) {
    const name = capitalised(severity);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/**
 * Where the count differs from the manifest's `expected`, the key is one
 * finding per SARIF result: the manifest counts one per location.
 */
const PER_RESULT = new Map([['reports/sarif/njsscan.sarif', 2]]);

/**
 * The key is repository, advisory, package, version and place: the manifest's
 * key, which is title and place, makes one of what several repositories have.
 */
const PER_REPOSITORY = new Map([
  ['reports/semgrep/sca-deployments-vulns.json', 22],
]);

/**
 * What the manifest's count leaves out: the applications inside an image, which
 * Snyk lists beside the image's system.
 */
const WITH_APPLICATIONS = new Map([
  ['reports/snyk/snykcontainer_issue_9270.json', 25 + 12],
  ['reports/snyk/snykcontainer_issue_epss.json', 1 + 12],
]);

/** Where the manifest's rule id is the number of the alert. */
const ALERT_NUMBERS = new Set(['github-secret-scanning-alerts-json']);

/**
 * Severities other than the manifest's: of the other counts above; Snyk's own
 * reader, where the format's mapping goes by SARIF levels; a Kubescape score
 * factor of 4, which the tool itself counts as medium; and Klar's Unknown,
 * which nobody called critical.
 */
const OWN_SEVERITIES = new Map<string, Record<string, number>>([
  ['reports/sarif/njsscan.sarif', { High: 1, Medium: 1 }],
  [
    'reports/snyk_code/single_project_many_vulns.json',
    { High: 13, Medium: 17, Info: 176 },
  ],
  [
    'reports/snyk_code/snykcode_issue_9270.json',
    { High: 12, Medium: 24, Info: 3 },
  ],
  ['reports/kubescape/with_a_failure.json', { Medium: 3 }],
  [
    'reports/snyk/snykcontainer_issue_9270.json',
    { Critical: 2, High: 5, Medium: 30 },
  ],
  [
    'reports/snyk/snykcontainer_issue_epss.json',
    { Critical: 1, High: 2, Medium: 10 },
  ],
  [
    'reports/clair/clairklar_mixed.json',
    { Critical: 2, High: 1, Medium: 1, Low: 1, Info: 1 },
  ],
  ['reports/semgrep/sca-deployments-vulns.json', { Critical: 1, High: 21 }],
]);

/** Where the manifest calls something a component that is no software component. */
const NO_COMPONENTS = new Set([
  'checkov-json',
  'kics-json',
  'nuclei-jsonl',
  'stackhawk-webhook-json',
  'terrascan-json',
]);

/**
 * What the manifest has where the report names no CWE: 0, or what stands for
 * any component with a known vulnerability.
 */
const NO_CWES = [0, 1035, 1395];

const cweNumber = (cwe: number | string) =>
  Number(String(cwe).replace(/^cwe-/i, ''));

/** The part of a finding that the manifest asserts something about, in the manifest's words. */
function assertable(
  finding: ParsedFinding,
  asserted: Asserted,
  format: string,
): Asserted {
  const [place] = finding.locations;
  const isIn = (whole?: string, part?: string) =>
    whole !== undefined && part !== undefined && whole.includes(part);
  return {
    ...asserted,
    ...(asserted.ruleId &&
      !ALERT_NUMBERS.has(format) && {
        ruleId: isIn(asserted.ruleId, finding.ruleId)
          ? asserted.ruleId
          : finding.ruleId,
      }),
    ...(asserted.line && {
      line:
        Number(asserted.line) === place.startLine
          ? asserted.line
          : place.startLine,
    }),
    ...(asserted.file &&
      ![place.path, place.logicalName].some(part =>
        isIn(asserted.file?.replaceAll('\\', '/'), part),
      ) && { file: place.path }),
    ...(asserted.component &&
      !NO_COMPONENTS.has(format) && {
        component: isIn(finding.component?.name, asserted.component)
          ? asserted.component
          : finding.component?.name,
        componentVersion:
          finding.component?.version ??
          (asserted.componentVersion === null ? null : undefined),
      }),
    ...(asserted.cwes && {
      cwes: asserted.cwes.filter(cwe => finding.cwes.includes(cweNumber(cwe))),
    }),
    ...(asserted.cwe !== undefined && {
      cwe: (finding.cwes.length > 0 ? finding.cwes : NO_CWES).find(
        cwe => cwe === asserted.cwe,
      ),
    }),
    ...(asserted.severity !== undefined && {
      severity: capitalised(finding.severity),
    }),
    ...(asserted.fixVersion !== undefined && {
      fixVersion: finding.component?.fixedVersions?.join(', ') || null,
    }),
    ...((asserted.falsePositive || asserted.mitigated) && {
      falsePositive:
        asserted.falsePositive && finding.suppression?.status === 'accepted',
      mitigated:
        asserted.mitigated && finding.suppression?.status === 'accepted',
    }),
  };
}

describeCorpus('corpus', () => {
  const valid = manifest.filter(
    entry => ours.has(entry.format) && entry.valid && !isHostile(entry),
  );

  it.each(table(valid))('%s has the counts of the manifest', (_name, entry) => {
    const report = parse(entry);
    const findings = findingsOf(report);
    expect(report.format).toBe(entry.format);
    expect(findings).toHaveLength(
      PER_RESULT.get(entry.file) ??
        PER_REPOSITORY.get(entry.file) ??
        WITH_APPLICATIONS.get(entry.file) ??
        entry.expected.findings ??
        NaN,
    );
    expect(countBySeverity(findings)).toEqual(
      OWN_SEVERITIES.get(entry.file) ?? entry.expected.bySeverity,
    );
    for (const { counts, findings: own, aggregatedBy } of report.runs) {
      const leftOut = Object.values(counts.leftOut);
      const told = leftOut.reduce((sum, count) => sum + count, own.length);
      // Fewer findings than results need the key by which they were merged.
      expect(counts.raw).toBeGreaterThanOrEqual(told);
      expect(counts.raw === told || aggregatedBy !== undefined).toBe(true);
    }
  });

  it.each(table(valid))('%s has the fields asserted', (_name, entry) => {
    const findings = findingsOf(parse(entry));
    const asserted = PER_RESULT.has(entry.file)
      ? []
      : (entry.expected.asserted ?? []);
    expect(
      asserted.map(fields =>
        assertable(findings[fields.index], fields, entry.format),
      ),
    ).toEqual(asserted);
  });

  it.each(table(manifest.filter(entry => isHostile(entry) && isError(entry))))(
    '%s is refused',
    (_name, entry) => {
      expect(() => parseReport(read(entry))).toThrow(ReportError);
    },
  );

  it.each(table(manifest.filter(entry => isHostile(entry) && !isError(entry))))(
    '%s is read and does no harm',
    (_name, entry) => {
      expect(findingsOf(parseReport(read(entry)))).toHaveLength(
        entry.expected.findings ?? NaN,
      );
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it('has no format that is not read', () => {
    const unknown = manifest.filter(
      entry => !ours.has(entry.format) && !isHostile(entry),
    );
    expect(unknown.map(entry => entry.format)).toEqual([]);
  });
});
