import { ParsedFinding, ParsedRun, ReportFormat } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asIndex,
  asList,
  asObject,
  asPosition,
  asText,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { mayHoldCredential } from '../../shared/credentials';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { Tally } from '../../shared/tally';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { addCwe } from '../../shared/weaknesses';

const SNIPPET_LENGTH = 1_000;

/** The id that Brakeman gives the same warning in SARIF. */
function ruleIdOf(warning: JsonObject): string {
  const code = asIndex(warning.warning_code);
  return code === undefined
    ? (asText(warning.check_name) ??
        asText(warning.warning_type) ??
        'unspecified')
    : `BRAKE${String(code).padStart(4, '0')}`;
}

/** `location` names the class and method, or the template. */
function logicalNameOf(warning: JsonObject): string | undefined {
  const location = asObject(warning.location);
  const names = [location.class, location.method].map(asText).filter(Boolean);
  return names.join('#') || asText(location.template);
}

/** Brakeman tells how sure it is, not how bad: every severity is medium. */
function toFinding(
  warning: JsonObject,
  roots: readonly string[],
): ParsedFinding {
  const cwes = new Set<number>();
  const { cwe_id: cweIds } = warning;
  for (const cwe of Array.isArray(cweIds) ? cweIds : [cweIds])
    addCwe(cwes, cwe);
  const ruleId = ruleIdOf(warning);
  const hidesCode =
    mayHoldCredential([...cwes]) ||
    /password|secret/i.test(asText(warning.warning_type) ?? '');
  const given = asText(warning.message) ?? asText(warning.warning_type);
  const message = given && hidesCode ? redactSecrets(given) : given;
  const code = hidesCode ? undefined : asText(warning.code);
  const fingerprint = asText(warning.fingerprint);
  const startLine = asPosition(warning.line);
  return {
    type: 'sast',
    ruleId,
    ruleName: asText(warning.warning_type),
    title: toTitle(message ?? ruleId) || ruleId,
    severity: 'medium',
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(message),
    locations: [
      {
        path: toRepositoryPath(
          cut(asText(warning.file) ?? '', NAME_LENGTH),
          roots,
        ),
        startLine,
        logicalName: logicalNameOf(warning),
        snippet: code && cut(code, SNIPPET_LENGTH),
      },
    ],
    links: toLinks([warning.link]),
    fingerprints: fingerprint ? { brakeman: fingerprint } : {},
    partialFingerprints: {},
  };
}

/** "2020-04-11 20:15:42 -0700" */
function timeOf(info: JsonObject): string | undefined {
  const [, day, time, zone] =
    /^(\S{10}) (\S{8}) ([+-]\d{4})$/.exec(asText(info.start_time) ?? '') ?? [];
  return day ? toIsoTime(`${day}T${time}${zone}`) : toIsoTime(info.start_time);
}

function evidenceOf(
  report: JsonObject,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const failures = asList(report.errors).length;
  return failures > 0
    ? {
        evidence: 'partial',
        evidenceReason: `Brakeman reports ${failures} errors.`,
      }
    : { evidence: 'scan' };
}

/**
 * `brakeman -f json`: one finding per fingerprint. Warnings that
 * `config/brakeman.ignore` lists are left out.
 */
export const brakemanJson: ReportFormat = {
  id: 'brakeman-json',
  title: 'Brakeman JSON',
  documentation: 'https://brakemanscanner.org/docs/jsonreport/',
  kind: 'json',
  controlTypes: ['sast'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      Array.isArray(value.warnings) &&
      isObject(value.scan_info) &&
      ('brakeman_version' in value.scan_info ||
        'rails_version' in value.scan_info ||
        'ignored_warnings' in value)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const info = asObject(report.scan_info);
    const appPath = asText(info.app_path);
    const roots = appPath ? [`${appPath.replace(/\/$/, '')}/`] : [];
    const tally = new Tally('fingerprint');
    const warnings = requireList(report.warnings, '/warnings');
    optionalList(report, 'errors', '');
    for (const [index, value] of warnings.entries()) {
      const finding = toFinding(
        requireObject(value, `/warnings/${index}`),
        roots,
      );
      const { brakeman } = finding.fingerprints;
      if (brakeman === undefined) tally.add(finding);
      else tally.addByKey(brakeman, finding);
    }
    const ignored = optionalList(report, 'ignored_warnings', '').length;
    if (ignored > 0) tally.leaveOut('ignored by brakeman.ignore', ignored);
    return [
      {
        tool: { name: 'Brakeman', version: asText(info.brakeman_version) },
        ...evidenceOf(report),
        controlTypes: ['sast'],
        scannedAt: timeOf(info),
        ...tally.result(),
      },
    ];
  },
};
