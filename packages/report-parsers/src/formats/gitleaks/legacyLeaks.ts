import { ParsedFinding, ParsedRun, Severity } from '../../types';
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
import { severityOfWord } from '../../shared/severity';
import { NAME_LENGTH, cut } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { HARD_CODED_CREDENTIALS } from '../../shared/weaknesses';
import { toGitleaksRun } from './runs';

/** The name of the rule: `rule`, in the first versions `info` or `reason`. */
function ruleOf(leak: JsonObject): string | undefined {
  return asText(leak.rule) ?? asText(leak.info) ?? asText(leak.reason);
}

/** Whether a value is a finding of Gitleaks 7 or earlier. */
export function isLegacyLeak(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.file === 'string' &&
    typeof value.offender === 'string' &&
    ruleOf(value) !== undefined
  );
}

/** These keys open a whole account; the tool itself mostly gives no severity. */
function severityOf(leak: JsonObject, rule: string): Severity {
  const word = asText(leak.severity);
  const known = word && severityOfWord(word);
  return known || (/github|aws|heroku/i.test(rule) ? 'critical' : 'high');
}

function toFinding(
  leak: JsonObject,
  values: string[],
  texts: SharedTexts,
): ParsedFinding {
  const rule = redactSecrets(
    cut(ruleOf(leak) ?? 'unspecified', NAME_LENGTH),
    values,
  );
  const file = asText(leak.file);
  const commit = asText(leak.commit);
  const link = asText(leak.leakURL);
  return {
    type: 'secret',
    ruleId: rule,
    title: `Possible secret (${cut(rule, 150)})`,
    description: texts.share(rule),
    details:
      commit && /^[0-9a-f]{7,64}$/i.test(commit)
        ? `Found in commit ${commit}.`
        : undefined,
    severity: severityOf(leak, rule),
    toolSeverity: asText(leak.severity),
    cwes: [HARD_CODED_CREDENTIALS],
    advisoryIds: [],
    locations: [
      {
        path:
          file && maskInPath(toRepositoryPath(cut(file, NAME_LENGTH)), values),
        startLine: asPosition(leak.lineNumber),
      },
    ],
    links: toLinks([link && maskInPath(withoutUserInfo(link), values)]),
    fingerprints: {},
    partialFingerprints: {},
  };
}

/** The findings of Gitleaks 7 and earlier; repeats of later commits are one finding. */
export function readLegacyLeaks(list: readonly unknown[]): ParsedRun {
  const groups = new GroupedFindings();
  const texts = new SharedTexts();
  for (const [index, value] of list.entries()) {
    const leak = requireObject(value, `/${index}`);
    const offender = asText(leak.offender);
    const line = asText(leak.line);
    const values = [offender, line].filter(text => text !== undefined);
    const finding = toFinding(leak, values, texts);
    const [place] = finding.locations;
    groups.add(
      [finding.ruleId, place.path, place.startLine, offender],
      finding,
    );
  }
  return toGitleaksRun(groups, list.length, 'rule, file, line and secret');
}
