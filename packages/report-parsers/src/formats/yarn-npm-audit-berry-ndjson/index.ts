import {
  ParsedFinding,
  ParsedLocation,
  ParsedRun,
  ReportError,
  ReportFormat,
} from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  requireObject,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { purlOfPackage } from '../../shared/packagePurls';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { ruleIdOf, severityOf } from '../npm-audit/advisories';
import {
  REGISTRY_AUDIT,
  isAdvisoryReport,
  readAdvisories,
} from '../npm-audit/reports';

const TOOL = { name: 'yarn npm audit' };

/** A dependent without the hash of its virtual instance, which changes with its peers. */
function withoutHash(dependent: string): string {
  return cut(dependent, NAME_LENGTH).replace(/@virtual:[0-9a-f]+#/, '@');
}

function locationsOf(entry: JsonObject): ParsedLocation[] {
  const names = new Set(
    asList(entry.Dependents).flatMap(dependent => {
      const name = asText(dependent);
      return name ? [withoutHash(name)] : [];
    }),
  );
  return Array.from(names, logicalName => ({ logicalName }));
}

function detailsOf(entry: JsonObject, versions: string[]): string | undefined {
  const vulnerable = asText(entry['Vulnerable Versions']);
  const lines = [
    vulnerable && `Vulnerable versions: ${vulnerable}`,
    versions.length > 1 && `Installed versions: ${versions.join(', ')}`,
  ].filter(Boolean);
  return lines.length > 0 ? cut(lines.join('\n'), NAME_LENGTH) : undefined;
}

function recordToFinding(
  record: JsonObject,
  path: string,
  texts: SharedTexts,
): ParsedFinding {
  const entry = requireObject(record.children, `${path}/children`);
  const name = asText(record.value) ?? 'unknown package';
  const versions = asList(entry['Tree Versions']).flatMap(
    version => asText(version) ?? [],
  );
  const ruleId = ruleIdOf(undefined, entry.URL, entry.ID) ?? 'unspecified';
  const issue = asText(entry.Issue);
  const word = asText(entry.Severity);
  return {
    type: 'sca',
    ruleId,
    title: toTitle(
      ruleId.endsWith('(deprecation)')
        ? `${name} is deprecated`
        : `${issue ?? ruleId} in ${name}`,
    ),
    description: texts.share(issue),
    details: detailsOf(entry, versions),
    severity: severityOf(word, undefined),
    toolSeverity: word,
    cwes: [],
    advisoryIds: advisoryIdsIn(asText(entry.URL)),
    component: {
      name,
      version: versions[0],
      purl: purlOfPackage('npm', name, versions[0]),
    },
    locations: locationsOf(entry),
    links: toLinks([entry.URL]),
    fingerprints: {},
    partialFingerprints: {},
  };
}

function isRecord(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.value === 'string' &&
    isObject(value.children) &&
    'ID' in value.children &&
    'Severity' in value.children
  );
}

/** What yarn says beside its findings, with the number of the message. */
function isMessage(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.type === 'string' &&
    /^YN\d{4}$/.test(asText(value.displayName) ?? '')
  );
}

function isClean(value: unknown): boolean {
  return isMessage(value) && asObject(value).data === 'No audit suggestions';
}

/** Before yarn 4 the registry's answer was one line, before such a message. */
function isLine(value: unknown): boolean {
  return (
    isRecord(value) ||
    isMessage(value) ||
    (isObject(value) && isAdvisoryReport(value))
  );
}

function lineToFindings(
  line: JsonObject,
  path: string,
  texts: SharedTexts,
): ParsedFinding[] {
  if (isMessage(line)) return [];
  return isAdvisoryReport(line)
    ? readAdvisories(line).flatMap(run => run.findings)
    : [recordToFinding(line, path, texts)];
}

function readLines(lines: readonly JsonObject[]): ParsedRun {
  const texts = new SharedTexts();
  const findings = lines.flatMap((line, index) =>
    lineToFindings(line, `/${index}`, texts),
  );
  const failed = lines.findIndex(
    line => isMessage(line) && line.type === 'error',
  );
  const reason = cut(asText(lines[failed]?.data) ?? 'no reason given', 300);
  if (failed !== -1 && findings.length === 0) {
    throw new ReportError(
      `The report says that the audit failed, so it proves nothing: ${reason}`,
      { path: `/${failed}/data` },
    );
  }
  return {
    tool: lines.some(isAdvisoryReport) ? REGISTRY_AUDIT : TOOL,
    evidence: failed === -1 ? 'scan' : 'partial',
    evidenceReason:
      failed === -1 ? undefined : `yarn reports an error: ${reason}`,
    controlTypes: ['sca'],
    findings,
    counts: { raw: findings.length, leftOut: {} },
  };
}

/**
 * `yarn npm audit --json` of yarn 4: a line, and a finding, for every advisory
 * or deprecation of a package; a message where there is none.
 */
export const yarnNpmAuditBerryNdjson: ReportFormat = {
  id: 'yarn-npm-audit-berry-ndjson',
  title: 'yarn npm audit JSON lines, yarn 4',
  documentation: 'https://yarnpkg.com/cli/npm/audit',
  kind: 'jsonl',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'jsonl') return false;
    const { values } = document;
    const isError = (value: unknown) =>
      isMessage(value) && asObject(value).type === 'error';
    return (
      values.every(isLine) &&
      (values.some(isRecord) || values.some(isClean) || values.every(isError))
    );
  },
  parse(document) {
    const values = document.kind === 'jsonl' ? document.values : [];
    return [
      readLines(
        values.map((value, index) => requireObject(value, `/${index}`)),
      ),
    ];
  },
};
