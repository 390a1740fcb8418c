import {
  ParsedFinding,
  ParsedRun,
  ReportError,
  ReportFormat,
} from '../../types';
import { GroupedFindings } from '../../shared/grouping';
import { JsonObject, asObject, asText, isObject } from '../../shared/json';
import { toLinks } from '../../shared/links';
import { redactSecrets } from '../../shared/secrets';
import { NAME_LENGTH, cut } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { HARD_CODED_CREDENTIALS } from '../../shared/weaknesses';
import { placeOf } from './places';

const TOOL = 'TruffleHog';

function isResult(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    'SourceMetadata' in value &&
    ('DetectorName' in value || 'DetectorType' in value)
  );
}

/** What TruffleHog logs to the standard error, which some write to the same file. */
function isLog(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    value.logger === 'trufflehog' &&
    typeof value.msg === 'string'
  );
}

function secretsOf(record: JsonObject): string[] {
  const raw = asText(record.Raw);
  const values = [raw, asText(record.RawV2), asText(record.Redacted)];
  if (raw && raw.length < 20_000 && /^[A-Za-z0-9+/]+=*$/.test(raw)) {
    values.push(Buffer.from(raw, 'base64').toString('utf8'));
  }
  return values.filter(text => text !== undefined && text !== '') as string[];
}

/** A detector of the user's own carries its name beside. */
function detectorOf(record: JsonObject): string {
  const name = asText(record.DetectorName) ?? String(record.DetectorType ?? '');
  const own = asText(asObject(record.ExtraData).name);
  return /^CustomRegex$/i.test(name) && own ? own : name || 'unspecified';
}

function toFinding(
  record: JsonObject,
  secrets: string[],
  texts: SharedTexts,
): ParsedFinding & { commit?: string } {
  const ruleId = redactSecrets(cut(detectorOf(record), NAME_LENGTH), secrets);
  const { location, link, commit } = placeOf(record, secrets);
  const told = asText(record.DetectorDescription);
  const isVerified = record.Verified === true;
  const guide = asText(asObject(record.ExtraData).rotation_guide);
  const [guideLink] = toLinks([guide]);
  return {
    type: 'secret',
    ruleId,
    title: `${isVerified ? 'Working secret' : 'Possible secret'} (${cut(ruleId, 150)})`,
    description: texts.share(told && redactSecrets(told, secrets)),
    remediation: texts.share(guideLink && `How to rotate it: ${guideLink}`),
    details: [
      isVerified
        ? 'TruffleHog verified that the secret works.'
        : 'TruffleHog did not verify the secret.',
      ...(commit ? [`Found in commit ${commit}.`] : []),
    ].join(' '),
    severity: isVerified ? 'critical' : 'high',
    cwes: [HARD_CODED_CREDENTIALS],
    advisoryIds: [],
    locations: [location],
    links: toLinks([link, guideLink]),
    fingerprints: {},
    partialFingerprints: {},
    commit,
  };
}

function readLogs(
  values: readonly unknown[],
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const logs = values.filter(isLog);
  const failed = logs.some(log => /^(?:error|fatal)/.test(String(log.level)));
  if (failed) {
    return {
      evidence: 'partial',
      evidenceReason: 'TruffleHog logged errors during the scan.',
    };
  }
  const isFinished = logs.some(log => log.msg === 'finished scanning');
  return logs.length === 0 || isFinished
    ? { evidence: 'scan' }
    : {
        evidence: 'partial',
        evidenceReason: 'TruffleHog did not log that it finished the scan.',
      };
}

/**
 * TruffleHog 3 with `--json`: one record a line, also with its log between. One
 * finding per detector, place, commit and secret. An output without a record
 * names no target, so a category would keep it from resolving anything.
 */
export const trufflehogV3Jsonl: ReportFormat = {
  id: 'trufflehog-v3-jsonl',
  title: 'TruffleHog 3 JSON lines',
  toolName: TOOL,
  documentation: 'https://github.com/trufflesecurity/trufflehog#json-output',
  kind: 'jsonl',
  controlTypes: ['secret'],
  recognises(document) {
    if (document.kind !== 'jsonl') return false;
    const [first] = document.values;
    return isResult(first) || isLog(first);
  },
  parse(document) {
    const values = document.kind === 'jsonl' ? document.values : [];
    const groups = new GroupedFindings();
    const texts = new SharedTexts();
    let raw = 0;
    for (const [index, value] of values.entries()) {
      if (!isLog(value)) {
        if (!isResult(value)) {
          throw new ReportError(
            `Record ${index + 1} is no finding of TruffleHog 3: it has no SourceMetadata and detector.`,
            { path: `/${index}`, line: index + 1 },
          );
        }
        raw += 1;
        const secrets = secretsOf(value);
        const { commit, ...finding } = toFinding(value, secrets, texts);
        const [place] = finding.locations;
        groups.add(
          [
            finding.ruleId,
            place.path ?? place.url ?? place.logicalName,
            place.startLine,
            commit,
            secrets[0],
          ],
          finding,
        );
      }
    }
    return [
      {
        tool: { name: TOOL },
        ...readLogs(values),
        controlTypes: ['secret'],
        findings: groups.findings,
        counts: { raw, leftOut: {} },
        aggregatedBy: groups.mergedBy(
          'detector, file, line, commit and secret',
        ),
      },
    ];
  },
};
