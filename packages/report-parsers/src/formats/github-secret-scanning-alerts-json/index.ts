import {
  ParsedFinding,
  ParsedLocation,
  ParsedRun,
  ReportFormat,
  Severity,
} from '../../types';
import { JsonObject, asObject, asPosition } from '../../shared/json';
import { toLinks } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { Tally } from '../../shared/tally';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import {
  PlacedAlert,
  alertsOf,
  firstAlert,
  givenText,
  listEvidence,
} from '../github/alertLists';

/** GitHub gives no severity: what matters is whether the secret works, and for whom. */
function severityOf(alert: JsonObject): Severity {
  if (givenText(alert.state) === 'resolved') return 'info';
  const isActive = givenText(alert.validity) === 'active';
  if (isActive && alert.publicly_leaked === true) return 'critical';
  return isActive ? 'high' : 'medium';
}

function suppressionOf(
  alert: JsonObject,
  secrets: readonly string[],
): ParsedFinding['suppression'] {
  if (givenText(alert.state) !== 'resolved') return undefined;
  const comment = givenText(alert.resolution_comment);
  return {
    status: 'accepted',
    kind: givenText(alert.resolution),
    justification: comment && redactSecrets(comment, secrets),
  };
}

/** Where it is in a file; in issues and others there is an address instead. */
function placeOf(alert: JsonObject): ParsedLocation {
  const place = asObject(alert.first_location_detected);
  const path = givenText(place.path);
  return {
    path: path && toRepositoryPath(cut(path, NAME_LENGTH)),
    startLine: asPosition(place.start_line),
    endLine: asPosition(place.end_line),
    startColumn: asPosition(place.start_column),
  };
}

/** `secret` is read only to take it out of what people wrote. */
export function secretAlertToFinding(alert: JsonObject): ParsedFinding {
  const secret = givenText(alert.secret);
  const secrets = secret ? [secret] : [];
  const ruleId = givenText(alert.secret_type) ?? 'unspecified';
  const name = givenText(alert.secret_type_display_name);
  const url = givenText(alert.url) ?? givenText(alert.html_url);
  return {
    type: 'secret',
    ruleId,
    ruleName: name,
    title: toTitle(`${name ?? ruleId} in the repository`),
    severity: severityOf(alert),
    toolSeverity: givenText(alert.validity),
    cwes: [],
    advisoryIds: [],
    locations: [placeOf(alert)],
    links: toLinks([alert.html_url]),
    fingerprints: url ? { 'github:alert': url } : {},
    partialFingerprints: {},
    suppression: suppressionOf(alert, secrets),
  };
}

function toRun(
  alerts: readonly PlacedAlert[],
  category: string | undefined,
): ParsedRun {
  const tally = new Tally();
  for (const { alert } of alerts) tally.add(secretAlertToFinding(alert));
  return {
    tool: { name: 'GitHub secret scanning' },
    evidence: 'scan',
    controlTypes: ['secret'],
    category,
    ...tally.result(),
  };
}

/**
 * The list of secret scanning alerts of GitHub's REST API. One run, or one per
 * repository in the list of an organisation; one finding per alert.
 */
export const githubSecretScanningAlertsJson: ReportFormat = {
  id: 'github-secret-scanning-alerts-json',
  title: 'GitHub secret scanning alerts',
  documentation:
    'https://docs.github.com/en/rest/secret-scanning/secret-scanning',
  kind: 'json',
  controlTypes: ['secret'],
  recognises(document) {
    const alert =
      document.kind === 'json' ? firstAlert(document.value) : undefined;
    return (
      alert !== undefined &&
      'number' in alert &&
      typeof alert.secret_type === 'string'
    );
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    const alerts = alertsOf(value);
    const evidence = listEvidence(value, alerts.length);
    const repositories = new Map<string | undefined, PlacedAlert[]>();
    for (const placed of alerts) {
      const name = givenText(asObject(placed.alert.repository).full_name);
      const known = repositories.get(name);
      if (known) known.push(placed);
      else repositories.set(name, [placed]);
    }
    if (alerts.length === 0) return [toRun([], undefined)];
    return [...repositories].map(([name, own]) => ({
      ...toRun(own, name),
      ...evidence,
    }));
  },
};
