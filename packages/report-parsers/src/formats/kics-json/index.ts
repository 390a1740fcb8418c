import { ParsedRun, ReportFormat } from '../../types';
import { GroupedFindings } from '../../shared/grouping';
import {
  JsonObject,
  asIndex,
  asList,
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { categoryOfPath } from '../../shared/paths';
import { SharedTexts } from '../../shared/sharedTexts';
import { toIsoTime } from '../../shared/times';
import { fileToFinding } from './queries';

function evidenceOf(
  report: JsonObject,
  found: number,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const findsNone = report.files_scanned === 0;
  if (findsNone || (report.files_parsed === 0 && found === 0)) {
    return {
      evidence: 'none',
      evidenceReason: findsNone
        ? 'KICS found no files to scan.'
        : 'KICS could read none of the files.',
    };
  }
  const files = asIndex(report.files_failed_to_scan) ?? 0;
  const queries = asIndex(report.queries_failed_to_execute) ?? 0;
  if (files + queries === 0) return { evidence: 'scan' };
  return {
    evidence: 'partial',
    evidenceReason: `KICS failed on ${files} files and ${queries} queries.`,
  };
}

function categoryOf(report: JsonObject): string | undefined {
  const paths = asList(report.paths);
  return paths.length === 1 ? categoryOfPath(asText(paths[0])) : undefined;
}

/**
 * KICS's JSON report: one finding per place that a query found. Places that
 * only differ in what isn't told apart (modules used twice) are one.
 */
export const kicsJson: ReportFormat = {
  id: 'kics-json',
  title: 'KICS JSON',
  toolName: 'KICS',
  documentation: 'https://docs.kics.io/latest/results/#json',
  kind: 'json',
  controlTypes: ['iac'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      typeof value.files_scanned === 'number' &&
      ('queries_total' in value || 'queries_failed_to_execute' in value) &&
      ('queries' in value || 'severity_counters' in value)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const groups = new GroupedFindings();
    const texts = new SharedTexts();
    let raw = 0;
    for (const [index, value] of optionalList(
      report,
      'queries',
      '',
    ).entries()) {
      const path = `/queries/${index}`;
      const query = requireObject(value, path);
      for (const [position, item] of optionalList(
        query,
        'files',
        path,
      ).entries()) {
        const file = requireObject(item, `${path}/files/${position}`);
        const finding = fileToFinding(file, query, texts);
        const [place] = finding.locations;
        groups.add(
          [
            finding.ruleId,
            asText(query.platform),
            place.path,
            place.startLine,
            asText(file.issue_type),
            asText(file.expected_value),
          ],
          finding,
        );
        raw += 1;
      }
    }
    const { findings } = groups;
    const evidence = evidenceOf(report, raw);
    return [
      {
        tool: { name: 'KICS', version: asText(report.kics_version) },
        ...evidence,
        controlTypes:
          evidence.evidence === 'none'
            ? []
            : [
                ...new Set([
                  'iac' as const,
                  ...findings.map(({ type }) => type),
                ]),
              ],
        category: categoryOf(report),
        scannedAt: toIsoTime(report.start),
        findings,
        counts: { raw, leftOut: {} },
        aggregatedBy: groups.mergedBy(
          'query, platform, file, line, issue type and expected value',
        ),
      },
    ];
  },
};
