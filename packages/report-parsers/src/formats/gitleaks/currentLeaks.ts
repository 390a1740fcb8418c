import { ParsedFinding, ParsedRun } from '../../types';
import { GroupedFindings } from '../../shared/grouping';
import {
  JsonObject,
  asPosition,
  asText,
  isObject,
  requireObject,
} from '../../shared/json';
import { toLinks, withoutUserInfo } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { maskInPath, redactSecrets } from '../../shared/secrets';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { HARD_CODED_CREDENTIALS } from '../../shared/weaknesses';
import { toGitleaksRun } from './runs';

/** Whether a value is a finding of Gitleaks 8. */
export function isCurrentLeak(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.File === 'string' &&
    typeof value.StartLine === 'number' &&
    ('Secret' in value || 'Match' in value) &&
    ('RuleID' in value || 'Description' in value)
  );
}

function commitOf(leak: JsonObject): string | undefined {
  const commit = asText(leak.Commit);
  return commit && /^[0-9a-f]{7,64}$/i.test(commit) ? commit : undefined;
}

function pathOf(leak: JsonObject, values: readonly unknown[]) {
  const file = asText(leak.File);
  return file && maskInPath(toRepositoryPath(cut(file, NAME_LENGTH)), values);
}

function toFinding(
  leak: JsonObject,
  values: string[],
  texts: SharedTexts,
): ParsedFinding {
  const told = asText(leak.Description);
  const rule = cut(asText(leak.RuleID) ?? told ?? 'unspecified', NAME_LENGTH);
  const ruleId = maskInPath(rule, values) ?? rule;
  const description = redactSecrets(cut(told ?? ruleId, NAME_LENGTH), values);
  const commit = commitOf(leak);
  const fingerprint = maskInPath(asText(leak.Fingerprint), values);
  const link = asText(leak.Link);
  return {
    type: 'secret',
    ruleId,
    title: toTitle(description) || ruleId,
    description: texts.share(description),
    details: commit && `Found in commit ${commit}.`,
    severity: 'high',
    cwes: [HARD_CODED_CREDENTIALS],
    advisoryIds: [],
    locations: [
      {
        path: pathOf(leak, values),
        startLine: asPosition(leak.StartLine),
        endLine: asPosition(leak.EndLine),
        startColumn: asPosition(leak.StartColumn),
      },
    ],
    links: toLinks([link && maskInPath(withoutUserInfo(link), values)]),
    fingerprints: {},
    partialFingerprints: fingerprint
      ? { gitleaksFingerprint: cut(fingerprint, NAME_LENGTH) }
      : {},
  };
}

/**
 * The findings of Gitleaks 8. A secret that several commits wrote to the same
 * line is one finding; without its value nothing is said of it twice.
 */
export function readCurrentLeaks(list: readonly unknown[]): ParsedRun {
  const groups = new GroupedFindings();
  const texts = new SharedTexts();
  for (const [index, value] of list.entries()) {
    const leak = requireObject(value, `/${index}`);
    const secret = asText(leak.Secret);
    const match = asText(leak.Match);
    const values = [secret, match].filter(text => text !== undefined);
    const finding = toFinding(leak, values, texts);
    const [place] = finding.locations;
    groups.add(
      [finding.ruleId, place.path, place.startLine, secret ?? match],
      finding,
    );
  }
  return toGitleaksRun(groups, list.length, 'rule, file, line and secret');
}
