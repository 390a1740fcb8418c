import {
  FindingType,
  ParsedFinding,
  ReportFormat,
  Severity,
} from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { Tally } from '../../shared/tally';
import { toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';
import { evidenceOf, pathsOf, placeOf, verdictOf } from '../sonarqube/answers';
import { dependencyIssueOf } from './dependencies';

/** The five steps of a rule's severity; `impacts` have HIGH, MEDIUM and LOW instead. */
const SEVERITY_WORDS: ReadonlyMap<string, Severity> = new Map([
  ['BLOCKER', 'critical'],
  ['CRITICAL', 'critical'],
  ['MAJOR', 'medium'],
  ['MINOR', 'low'],
  ['INFO', 'info'],
]);

function severityOf(
  issue: JsonObject,
): Pick<ParsedFinding, 'severity' | 'toolSeverity'> {
  const impacts = asList(issue.impacts).map(asObject);
  const impact =
    impacts.find(entry => entry.softwareQuality === 'SECURITY') ?? impacts[0];
  const word = asText(issue.severity) ?? asText(impact?.severity);
  const upper = word?.toUpperCase() ?? '';
  return {
    severity: SEVERITY_WORDS.get(upper) ?? severityOfWord(upper) ?? 'info',
    toolSeverity: word,
  };
}

function typeOf(rule: string, isDependency: boolean): FindingType {
  if (isDependency) return 'sca';
  if (/^(?:secrets|external_gitleaks|external_trufflehog):/.test(rule)) {
    return 'secret';
  }
  return /^(?:terraform|cloudformation|kubernetes|docker|azureresourcemanager|ansible):/.test(
    rule,
  )
    ? 'iac'
    : 'sast';
}

/** Names of rules, where the query asked for them. */
function ruleNamesOf(answer: JsonObject): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const value of asList(answer.rules)) {
    const rule = asObject(value);
    const key = asText(rule.key);
    const name = asText(rule.name);
    if (key && name) names.set(key, name);
  }
  return names;
}

function toFinding(
  issue: JsonObject,
  paths: ReadonlyMap<string, string>,
  ruleNames: ReadonlyMap<string, string>,
): ParsedFinding {
  const ruleId = asText(issue.rule) ?? 'unspecified';
  const given = asText(issue.message) ?? ruleId;
  const dependency = dependencyIssueOf(ruleId, given);
  const type = typeOf(ruleId, dependency !== undefined);
  const message = type === 'secret' ? redactSecrets(given) : given;
  const cwes = new Set<number>();
  addCwesIn(cwes, message);
  for (const tag of asList(issue.tags)) addCwesIn(cwes, tag);
  const key = asText(issue.key);
  const hash = asText(issue.hash);
  return {
    type,
    ruleId,
    ruleName: ruleNames.get(ruleId),
    title: toTitle(message) || ruleId,
    details: message.length > toTitle(message).length ? message : undefined,
    ...severityOf(issue),
    score: dependency?.score,
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(message),
    component: dependency?.component,
    locations: [placeOf(issue, paths)],
    links: [],
    fingerprints: key ? { 'sonarqube:key': key } : {},
    partialFingerprints: hash ? { 'sonarqube:hash': hash } : {},
  };
}

/**
 * The answer of SonarQube's or SonarCloud's `api/issues/search`: one finding
 * per issue, of whatever type.
 */
export const sonarqubeIssuesApiJson: ReportFormat = {
  id: 'sonarqube-issues-api-json',
  title: 'SonarQube issues',
  documentation:
    'https://next.sonarqube.com/sonarqube/web_api/api/issues/search',
  kind: 'json',
  controlTypes: ['sast'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    const { issues } = value;
    return (
      Array.isArray(issues) &&
      (isObject(value.paging) || typeof value.p === 'number') &&
      (issues.length === 0 ||
        (isObject(issues[0]) &&
          typeof issues[0].rule === 'string' &&
          typeof issues[0].component === 'string'))
    );
  },
  parse(document) {
    const answer = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const tally = new Tally();
    const paths = pathsOf(answer);
    const ruleNames = ruleNamesOf(answer);
    const issues = requireList(answer.issues, '/issues');
    for (const [index, value] of issues.entries()) {
      const issue = requireObject(value, `/issues/${index}`);
      const verdict = verdictOf(issue);
      if ('gone' in verdict) tally.leaveOut(verdict.gone);
      else tally.add({ ...toFinding(issue, paths, ruleNames), ...verdict });
    }
    const controls = new Set<FindingType>(['sast']);
    for (const { type } of tally.findings) controls.add(type);
    return [
      {
        tool: { name: 'SonarQube' },
        ...evidenceOf(answer, issues.length),
        controlTypes: [...controls],
        ...tally.result(),
      },
    ];
  },
};
