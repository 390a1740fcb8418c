import { ParsedFinding, ParsedRun, ReportFormat } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asList,
  asText,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { linksIn } from '../../shared/links';
import { purlOfPackage } from '../../shared/packagePurls';
import { SharedTexts } from '../../shared/sharedTexts';
import { toTitle } from '../../shared/text';

const REFERENCES = 20;

function toFinding(
  vulnerability: JsonObject,
  dependency: JsonObject,
  texts: SharedTexts,
): ParsedFinding {
  const name = asText(dependency.name) ?? 'unknown package';
  const version = asText(dependency.version);
  const ruleId = asText(vulnerability.id) ?? 'unspecified';
  const description = asText(vulnerability.description);
  const fixes = vulnerability.fix_versions;
  return {
    type: 'sca',
    ruleId,
    title: toTitle(
      version ? `${ruleId} in ${name} ${version}` : `${ruleId} in ${name}`,
    ),
    description: texts.share(description),
    // pip-audit rates nothing.
    severity: 'medium',
    cwes: [],
    advisoryIds: advisoryIdsIn(
      ruleId,
      ...asList(vulnerability.aliases).map(asText),
    ),
    component: {
      name,
      version,
      purl: purlOfPackage('pypi', name, version),
      fixedVersions: Array.isArray(fixes)
        ? fixes.flatMap(fix => asText(fix) ?? [])
        : undefined,
    },
    locations: [],
    links: linksIn(description).slice(0, REFERENCES),
    fingerprints: {},
    partialFingerprints: {},
  };
}

function evidenceOf(
  total: number,
  skipped: number,
): Pick<ParsedRun, 'evidence' | 'evidenceReason' | 'controlTypes'> {
  return total > 0 && skipped === total
    ? {
        evidence: 'none',
        evidenceReason: 'pip-audit skipped every dependency.',
        controlTypes: [],
      }
    : { evidence: 'scan', controlTypes: ['sca'] };
}

function readDependencies(
  dependencies: readonly unknown[],
  path: string,
): ParsedRun {
  const texts = new SharedTexts();
  const findings: ParsedFinding[] = [];
  let skipped = 0;
  for (const [index, value] of dependencies.entries()) {
    const place = `${path}/${index}`;
    const dependency = requireObject(value, place);
    if (asText(dependency.skip_reason)) skipped += 1;
    const list = optionalList(dependency, 'vulns', place);
    for (const [position, vulnerability] of list.entries()) {
      const entry = requireObject(vulnerability, `${place}/vulns/${position}`);
      findings.push(toFinding(entry, dependency, texts));
    }
  }
  return {
    tool: { name: 'pip-audit' },
    ...evidenceOf(dependencies.length, skipped),
    findings,
    counts: {
      raw: findings.length + skipped,
      leftOut:
        skipped > 0 ? { 'dependency skipped by pip-audit': skipped } : {},
    },
  };
}

function isDependency(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.name === 'string' &&
    (Array.isArray(value.vulns) || typeof value.skip_reason === 'string')
  );
}

/**
 * pip-audit's JSON: the object with `dependencies`, and the bare list of old
 * versions. One finding per vulnerability of a dependency.
 */
export const pipAuditJson: ReportFormat = {
  id: 'pip-audit-json',
  title: 'pip-audit JSON',
  documentation: 'https://github.com/pypa/pip-audit#usage',
  kind: 'json',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'json') return false;
    const { value } = document;
    if (Array.isArray(value)) {
      return value.length > 0 && value.every(isDependency);
    }
    if (!isObject(value) || !Array.isArray(value.dependencies)) return false;
    return value.dependencies.length > 0
      ? value.dependencies.every(isDependency)
      : Array.isArray(value.fixes);
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    if (Array.isArray(value)) return [readDependencies(value, '')];
    const report = requireObject(value, '');
    return [
      readDependencies(
        requireList(report.dependencies, '/dependencies'),
        '/dependencies',
      ),
    ];
  },
};
