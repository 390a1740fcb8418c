import {
  FindingType,
  ParsedComponent,
  ParsedFinding,
  ParsedLocation,
} from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { cvss3BaseScore } from '../../shared/cvss';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  requireObject,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { normalisePath, toRepositoryPath } from '../../shared/paths';
import { severityOfWord, toScore } from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';

const REFERENCES = 20;

/** What the findings of a report share. */
export interface GrypeContext {
  type: FindingType;
  /** What was scanned, for findings without a file. */
  target?: string;
  texts: SharedTexts;
}

function majorOf(cvss: JsonObject): number {
  const version =
    asText(cvss.version) ??
    /^CVSS:(\d)/.exec(asText(cvss.vector) ?? '')?.[1] ??
    '';
  return Number.parseInt(version, 10) || 0;
}

function baseScoreOf(cvss: JsonObject): number | undefined {
  return (
    toScore(asObject(cvss.metrics).baseScore) ??
    cvss3BaseScore(asText(cvss.vector))
  );
}

/** The score of the newest CVSS version that the first record with scores has. */
function scoreOf(records: readonly JsonObject[]): number | undefined {
  for (const record of records) {
    let newest: { major: number; score: number } | undefined;
    for (const entry of asList(record.cvss)) {
      const cvss = asObject(entry);
      const score = baseScoreOf(cvss);
      const major = majorOf(cvss);
      if (score !== undefined && major > (newest?.major ?? -1)) {
        newest = { major, score };
      }
    }
    if (newest) return newest.score;
  }
  return undefined;
}

function fixedVersionsOf(vulnerability: JsonObject): string[] | undefined {
  const fix = asObject(vulnerability.fix);
  const versions = asList(fix.versions).flatMap(
    version => asText(version) ?? [],
  );
  const old = asText(vulnerability.fixedInVersion);
  if (versions.length > 0) return versions;
  if (old) return [old];
  return fix.state === 'not-fixed' || fix.state === 'wont-fix' ? [] : undefined;
}

function locationsOf(
  artifact: JsonObject,
  context: GrypeContext,
): ParsedLocation[] {
  const toPath =
    context.type === 'container' ? normalisePath : toRepositoryPath;
  const paths = new Set(
    asList(artifact.locations).flatMap(location => {
      const path =
        asText(location) ??
        asText(asObject(location).path) ??
        asText(asObject(location).realPath);
      return path ? [toPath(path)] : [];
    }),
  );
  if (paths.size > 0) return Array.from(paths, path => ({ path }));
  return context.target ? [{ logicalName: context.target }] : [];
}

function componentOf(
  artifact: JsonObject,
  vulnerability: JsonObject,
): ParsedComponent {
  return {
    name: asText(artifact.name) ?? 'unknown package',
    version: asText(artifact.version),
    purl: asText(artifact.purl),
    fixedVersions: fixedVersionsOf(vulnerability),
  };
}

/** An entry of `matches`. */
export function matchToFinding(
  match: JsonObject,
  path: string,
  context: GrypeContext,
): ParsedFinding {
  const vulnerability = requireObject(
    match.vulnerability,
    `${path}/vulnerability`,
  );
  const artifact = requireObject(match.artifact, `${path}/artifact`);
  const related = asList(match.relatedVulnerabilities).map(asObject);
  const records = [vulnerability, ...related];
  const ruleId = asText(vulnerability.id) ?? 'unspecified';
  const component = componentOf(artifact, vulnerability);
  const word = asText(vulnerability.severity);
  const cwes = new Set<number>();
  for (const record of records) {
    for (const cwe of asList(record.cwes)) {
      addCwesIn(cwes, asText(cwe) ?? asObject(cwe).cwe);
    }
  }
  return {
    type: context.type,
    ruleId,
    title: toTitle(
      `${ruleId} in ${component.name}${
        component.version ? ` ${component.version}` : ''
      }`,
    ),
    description: context.texts.share(
      records.map(record => asText(record.description)).find(Boolean),
    ),
    severity: (word && severityOfWord(word)) || 'info',
    toolSeverity: word,
    score: scoreOf(records),
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(
      ruleId,
      ...related.map(record => asText(record.id)),
      ...asList(vulnerability.advisories).map(advisory =>
        asText(asObject(advisory).id),
      ),
    ),
    component,
    locations: locationsOf(artifact, context),
    links: toLinks([
      vulnerability.dataSource,
      ...asList(vulnerability.urls).slice(0, REFERENCES),
      ...asList(vulnerability.links).slice(0, REFERENCES),
      ...related.map(record => record.dataSource),
    ]),
    fingerprints: {},
    partialFingerprints: {},
  };
}
