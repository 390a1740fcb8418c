import { FindingType, ParsedRun, ReportFormat } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { normalisePath, toRepositoryPath } from '../../shared/paths';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toPackage } from './packages';
import { flawToFinding, toFlaws } from './vulnerabilities';

const IMAGE_SOURCES = new Set(['docker', 'os']);

/** Objects of a list that may be left out. */
function objectsOf(
  parent: JsonObject,
  key: string,
  path: string,
): JsonObject[] {
  return optionalList(parent, key, path).map((value, index) =>
    requireObject(value, `${path}/${key}/${index}`),
  );
}

/** Adds the findings of an entry of `results` to a run. */
function readResult(
  run: ParsedRun,
  result: JsonObject,
  path: string,
  context: { isImage: boolean; texts: SharedTexts },
): void {
  const source = asObject(result.source);
  const inImage =
    context.isImage || IMAGE_SOURCES.has(asText(source.type) ?? '');
  const type: FindingType = inImage ? 'container' : 'sca';
  const text = cut(asText(source.path) ?? '', NAME_LENGTH);
  const file = inImage ? normalisePath(text) : toRepositoryPath(text);
  for (const [index, entry] of objectsOf(result, 'packages', path).entries()) {
    const place = `${path}/packages/${index}`;
    const component = toPackage(entry, type, file || undefined);
    const records = objectsOf(entry, 'vulnerabilities', place);
    const flaws = toFlaws(records, objectsOf(entry, 'groups', place));
    for (const flaw of flaws) {
      run.findings.push(flawToFinding(flaw, component, context.texts));
    }
    const merged = records.length - flaws.length;
    const licenses = asList(entry.license_violations).length;
    const { counts } = run;
    counts.raw += records.length + licenses;
    for (const [reason, count] of [
      ['merged with an alias', merged],
      ['license violation', licenses],
    ] as const) {
      if (count > 0) {
        counts.leftOut[reason] = (counts.leftOut[reason] ?? 0) + count;
      }
    }
    if (merged > 0) run.aggregatedBy = 'package and alias group';
  }
}

function readReport(report: JsonObject): ParsedRun {
  const isImage = isObject(report.image_metadata);
  const run: ParsedRun = {
    tool: { name: 'OSV-Scanner' },
    evidence: 'scan',
    controlTypes: [isImage ? 'container' : 'sca'],
    findings: [],
    counts: { raw: 0, leftOut: {} },
  };
  const results =
    report.results === null ? [] : requireList(report.results, '/results');
  const texts = new SharedTexts();
  for (const [index, value] of results.entries()) {
    const path = `/results/${index}`;
    readResult(run, requireObject(value, path), path, { isImage, texts });
  }
  const types = run.findings.map(finding => finding.type);
  run.controlTypes = [...new Set([...run.controlTypes, ...types])];
  return run;
}

function isResult(value: unknown): boolean {
  return (
    isObject(value) && isObject(value.source) && Array.isArray(value.packages)
  );
}

/**
 * OSV-Scanner's JSON report of lock files, SBOMs, repositories and images. One
 * run per report; what the scanner groups as one flaw of a package under
 * several ids is one finding.
 */
export const osvScannerJson: ReportFormat = {
  id: 'osv-scanner-json',
  title: 'OSV-Scanner JSON',
  documentation: 'https://google.github.io/osv-scanner/output/#json',
  kind: 'json',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    const results = asList(value.results);
    return results.length > 0
      ? results.every(isResult)
      : 'results' in value && isObject(value.experimental_config);
  },
  parse(document) {
    return [
      readReport(
        requireObject(
          document.kind === 'json' ? document.value : undefined,
          '',
        ),
      ),
    ];
  },
};
