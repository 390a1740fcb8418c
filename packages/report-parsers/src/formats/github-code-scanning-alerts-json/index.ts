import {
  FindingType,
  ParsedFinding,
  ParsedRun,
  ReportFormat,
} from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { mayHoldCredential } from '../../shared/credentials';
import { JsonObject, asList, asObject, asPosition } from '../../shared/json';
import { toLinks } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';
import {
  alertsOf,
  firstAlert,
  givenText,
  listEvidence,
} from '../github/alertLists';
import { severityOfLevel } from '../sarif-2.1.0/levels';
import { profileOf } from '../sarif-2.1.0/tools';

/** States of alerts that are no more. */
export const GONE_STATES = new Set(['fixed', 'closed']);

function severityOf(
  rule: JsonObject,
): Pick<ParsedFinding, 'severity' | 'toolSeverity'> {
  const security = givenText(rule.security_severity_level);
  const level = givenText(rule.severity);
  return {
    severity:
      severityOfWord(security ?? '') ?? severityOfLevel(level ?? '') ?? 'info',
    toolSeverity: security ?? level,
  };
}

function suppressionOf(alert: JsonObject): ParsedFinding['suppression'] {
  return givenText(alert.state) === 'dismissed'
    ? {
        status: 'accepted',
        kind: givenText(alert.dismissed_reason),
        justification: givenText(alert.dismissed_comment),
      }
    : undefined;
}

/** An alert of the REST API, or of a webhook, which has the same members. */
export function codeScanningAlertToFinding(
  alert: JsonObject,
  type: FindingType,
  texts: SharedTexts,
): ParsedFinding {
  const rule = asObject(alert.rule);
  const instance = asObject(alert.most_recent_instance);
  const place = asObject(instance.location);
  const ruleId = givenText(rule.id) ?? givenText(rule.name) ?? 'unspecified';
  const cwes = new Set<number>();
  for (const tag of asList(rule.tags)) addCwesIn(cwes, tag);
  const isHidden = type === 'secret' || mayHoldCredential([...cwes]);
  const safe = (text: string | undefined) =>
    text && isHidden ? redactSecrets(text) : text;
  const title = safe(givenText(rule.description)) ?? ruleId;
  const message = safe(givenText(asObject(instance.message).text));
  const url = givenText(alert.url) ?? givenText(alert.html_url);
  return {
    type,
    ruleId,
    ruleName: givenText(rule.name),
    title: toTitle(title) || ruleId,
    description: texts.share(safe(givenText(rule.full_description))),
    remediation: texts.share(safe(givenText(rule.help))),
    details: message,
    ...severityOf(rule),
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(ruleId, ...asList(rule.tags).map(givenText)),
    locations: [
      {
        path: toRepositoryPath(cut(givenText(place.path) ?? '', NAME_LENGTH)),
        startLine: asPosition(place.start_line),
        endLine: asPosition(place.end_line),
        startColumn: asPosition(place.start_column),
      },
    ],
    links: toLinks([alert.html_url, rule.help_uri]),
    fingerprints: url ? { 'github:alert': url } : {},
    partialFingerprints: {},
    suppression: suppressionOf(alert),
  };
}

/** The commit and branch of the alerts of a tool, where all were seen at one. */
function seenAt(alerts: readonly JsonObject[]): Partial<ParsedRun> {
  const instances = alerts.map(alert => asObject(alert.most_recent_instance));
  const only = (values: Array<string | undefined>) =>
    new Set(values).size === 1 ? values[0] : undefined;
  const commit = only(instances.map(({ commit_sha }) => givenText(commit_sha)));
  const ref = only(instances.map(({ ref: value }) => givenText(value)));
  return {
    commit: commit && /^[0-9a-f]{7,64}$/i.test(commit) ? commit : undefined,
    branch: ref?.startsWith('refs/heads/')
      ? ref.slice('refs/heads/'.length)
      : undefined,
  };
}

function toRun(
  alerts: readonly JsonObject[],
  category: string | undefined,
): ParsedRun {
  const tool = asObject(alerts[0].tool);
  const name = givenText(tool.name) ?? 'GitHub code scanning';
  const { type } = profileOf(name);
  const tally = new Tally();
  const texts = new SharedTexts();
  for (const alert of alerts) {
    const state = givenText(alert.state) ?? '';
    if (GONE_STATES.has(state)) tally.leaveOut(`state is ${state}`);
    else tally.add(codeScanningAlertToFinding(alert, type, texts));
  }
  return {
    tool: { name, version: givenText(tool.version) },
    evidence: 'scan',
    controlTypes: [type],
    category,
    ...seenAt(alerts),
    ...tally.result(),
  };
}

function parseAlerts(value: unknown): ParsedRun[] {
  const placed = alertsOf(value);
  const evidence = listEvidence(value, placed.length);
  if (placed.length === 0) {
    return [
      {
        tool: { name: 'GitHub code scanning' },
        evidence: 'scan',
        controlTypes: [],
        findings: [],
        counts: { raw: 0, leftOut: {} },
      },
    ];
  }
  const groups = new Map<string, JsonObject[]>();
  for (const { alert } of placed) {
    const key = JSON.stringify([
      givenText(asObject(alert.tool).name) ?? null,
      givenText(asObject(alert.repository).full_name) ?? null,
    ]);
    const group = groups.get(key);
    if (group) group.push(alert);
    else groups.set(key, [alert]);
  }
  return [...groups.values()].map(alerts => ({
    ...toRun(alerts, givenText(asObject(alerts[0].repository).full_name)),
    ...evidence,
  }));
}

/**
 * The list of code scanning alerts of GitHub's REST API: of a repository, an
 * organisation or an enterprise. One run per tool, and per repository where the
 * list is of several; one finding per alert.
 */
export const githubCodeScanningAlertsJson: ReportFormat = {
  id: 'github-code-scanning-alerts-json',
  title: 'GitHub code scanning alerts',
  documentation: 'https://docs.github.com/en/rest/code-scanning/code-scanning',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    const alert =
      document.kind === 'json' ? firstAlert(document.value) : undefined;
    return (
      alert !== undefined &&
      'number' in alert &&
      typeof asObject(alert.rule).id === 'string' &&
      ('most_recent_instance' in alert || 'instances_url' in alert)
    );
  },
  parse(document) {
    return parseAlerts(document.kind === 'json' ? document.value : undefined);
  },
};
