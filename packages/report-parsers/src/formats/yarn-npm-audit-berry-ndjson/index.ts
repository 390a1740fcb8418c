import { ParsedFinding, ParsedLocation, ReportFormat } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asList,
  asText,
  isObject,
  requireObject,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { purlOfPackage } from '../../shared/packagePurls';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { ruleIdOf, severityOf } from '../npm-audit/advisories';

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

/**
 * `yarn npm audit --json` of yarn 4: a line, and a finding, for every advisory
 * or deprecation of a package. Nothing found is an empty report.
 */
export const yarnNpmAuditBerryNdjson: ReportFormat = {
  id: 'yarn-npm-audit-berry-ndjson',
  title: 'yarn npm audit JSON lines, yarn 4',
  documentation: 'https://yarnpkg.com/cli/npm/audit',
  kind: 'jsonl',
  controlTypes: ['sca'],
  recognises(document) {
    return (
      document.kind === 'jsonl' &&
      document.values.length > 0 &&
      document.values.every(isRecord)
    );
  },
  parse(document) {
    const values = document.kind === 'jsonl' ? document.values : [];
    const texts = new SharedTexts();
    const findings = values.map((value, index) =>
      recordToFinding(requireObject(value, `/${index}`), `/${index}`, texts),
    );
    return [
      {
        tool: { name: 'yarn npm audit' },
        evidence: 'scan',
        controlTypes: ['sca'],
        findings,
        counts: { raw: findings.length, leftOut: {} },
      },
    ];
  },
};
