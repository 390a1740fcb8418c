import {
  ParsedFinding,
  ParsedRun,
  ReportDocument,
  ReportError,
  ReportFormat,
} from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  isObject,
  requireObject,
} from '../../shared/json';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { givenText } from '../github/alertLists';
import { codeScanningAlertToFinding } from '../github-code-scanning-alerts-json';
import { secretAlertToFinding } from '../github-secret-scanning-alerts-json';
import { profileOf } from '../sarif-2.1.0/tools';
import { dependabotAlertToFinding } from './dependabot';
import { AlertKind, goneState, kindOf, stateTime, withPerson } from './states';

const BRANCH = 'refs/heads/';
const COMMIT = /^[0-9a-f]{7,64}$/i;

const REASON =
  'GitHub says this of one alert; it says nothing of any other, nor that all was scanned.';

/** The instance that the event is about, which old events only list. */
function instanceOf(alert: JsonObject): JsonObject {
  return asObject(alert.most_recent_instance ?? asList(alert.instances)[0]);
}

function toolNameOf(kind: AlertKind, alert: JsonObject): string {
  switch (kind) {
    case 'dependabot':
      return 'Dependabot';
    case 'secret-scanning':
      return 'GitHub secret scanning';
    default:
      return givenText(asObject(alert.tool).name) ?? 'GitHub code scanning';
  }
}

function toFinding(kind: AlertKind, alert: JsonObject): ParsedFinding {
  const texts = new SharedTexts();
  switch (kind) {
    case 'dependabot':
      return dependabotAlertToFinding(alert, texts);
    case 'secret-scanning': {
      // Its severity is that of the secret: that somebody dismissed it makes it no smaller.
      const open = secretAlertToFinding({ ...alert, state: 'open' });
      const { suppression } = secretAlertToFinding({
        ...alert,
        state: givenText(alert.resolution) ? 'resolved' : 'open',
      });
      return { ...open, suppression };
    }
    default:
      return codeScanningAlertToFinding(
        { ...alert, most_recent_instance: instanceOf(alert) },
        profileOf(toolNameOf(kind, alert)).type,
        texts,
      );
  }
}

/** Where a code scanning alert was seen; other alerts are of the default branch. */
function seenAt(
  event: JsonObject,
  alert: JsonObject,
): Pick<ParsedRun, 'branch' | 'commit'> {
  const instance = instanceOf(alert);
  const ref = givenText(event.ref) ?? givenText(instance.ref);
  const commit = givenText(event.commit_oid) ?? givenText(instance.commit_sha);
  return {
    branch: ref?.startsWith(BRANCH) ? ref.slice(BRANCH.length) : ref,
    commit: commit && COMMIT.test(commit) ? commit : undefined,
  };
}

function toRun(event: JsonObject): ParsedRun {
  const alert = requireObject(event.alert, '/alert');
  const kind = kindOf(alert);
  if (!kind) {
    throw new ReportError(
      'The alert is none of code scanning, Dependabot or secret scanning.',
      { path: '/alert' },
    );
  }
  const action = givenText(event.action) ?? '';
  const repository = givenText(asObject(event.repository).full_name);
  if (!repository || typeof alert.number !== 'number') {
    throw new ReportError('The alert has no repository or no number.', {
      path: repository ? '/alert/number' : '/repository/full_name',
    });
  }
  const tally = new Tally();
  const gone = goneState(kind, action, alert);
  if (gone) {
    tally.leaveOut(`state is ${gone}`);
  } else {
    const finding = toFinding(kind, alert);
    tally.add({
      ...finding,
      suppression: withPerson(finding.suppression, alert),
    });
  }
  return {
    tool: { name: toolNameOf(kind, alert) },
    evidence: 'scan',
    evidenceReason: REASON,
    controlTypes: [],
    category: `${repository} alert ${alert.number}`,
    scannedAt: stateTime(action, alert),
    ...(kind === 'code-scanning' && seenAt(event, alert)),
    ...tally.result(),
  };
}

function eventOf(document: ReportDocument): JsonObject | undefined {
  return document.kind === 'json' && isObject(document.value)
    ? document.value
    : undefined;
}

/**
 * What GitHub's webhooks send of one alert: `code_scanning_alert`,
 * `dependabot_alert` and `secret_scanning_alert`. The alert is a scope of its
 * own, about which GitHub says all there is; so its end resolves this one
 * finding, and nothing else. It is no evidence that a control runs.
 */
export const githubAlertWebhookJson: ReportFormat = {
  id: 'github-alert-webhook-json',
  title: 'GitHub alert (webhook)',
  documentation:
    'https://docs.github.com/en/webhooks/webhook-events-and-payloads',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    const event = eventOf(document);
    return (
      event !== undefined &&
      typeof event.action === 'string' &&
      isObject(event.repository) &&
      isObject(event.alert) &&
      kindOf(event.alert) !== undefined
    );
  },
  parse(document) {
    return [toRun(requireObject(eventOf(document), ''))];
  },
};
