import { ParsedFinding, ParsedRun, ReportFormat } from '../../types';
import { mayHoldCredential } from '../../shared/credentials';
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
import { codeWithoutNumbers } from '../../shared/numberedCode';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { addCwe } from '../../shared/weaknesses';

/** hardcoded_password_string, _funcarg and _default quote the password. */
const PASSWORD_TESTS = new Set(['B105', 'B106', 'B107']);

function placeOf(result: JsonObject, hidesCode: boolean) {
  const startLine = asPosition(result.line_number);
  const last = asPosition(asList(result.line_range).at(-1));
  const endLine = startLine && last && last >= startLine ? last : startLine;
  const column = asIndex(result.col_offset);
  return {
    path: toRepositoryPath(cut(asText(result.filename) ?? '', NAME_LENGTH)),
    startLine,
    endLine,
    startColumn: column === undefined ? undefined : column + 1,
    snippet: hidesCode
      ? undefined
      : codeWithoutNumbers(asText(result.code), startLine, endLine),
  };
}

function toFinding(result: JsonObject, texts: SharedTexts): ParsedFinding {
  const cwes = new Set<number>();
  addCwe(cwes, asObject(result.issue_cwe).id);
  const ruleId =
    asText(result.test_id) ?? asText(result.test_name) ?? 'unspecified';
  const word = asText(result.issue_severity);
  const hidesCode = PASSWORD_TESTS.has(ruleId) || mayHoldCredential([...cwes]);
  const given = asText(result.issue_text) ?? ruleId;
  const text = hidesCode ? redactSecrets(given) : given;
  return {
    type: 'sast',
    ruleId,
    ruleName: asText(result.test_name),
    title: toTitle(text) || ruleId,
    description: texts.share(text),
    severity: severityOfWord(word ?? '') ?? 'info',
    toolSeverity: word,
    cwes: [...cwes],
    advisoryIds: [],
    locations: [placeOf(result, hidesCode)],
    links: toLinks([result.more_info, asObject(result.issue_cwe).link]),
    fingerprints: {},
    partialFingerprints: {},
  };
}

/** `metrics` has every file that was looked at, and `_totals`. */
function evidenceOf(
  report: JsonObject,
  hasFindings: boolean,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const failures = asList(report.errors).length;
  const looked = Object.keys(asObject(report.metrics)).some(
    name => name !== '_totals',
  );
  if (failures > 0) {
    return {
      evidence: looked || hasFindings ? 'partial' : 'none',
      evidenceReason: `Bandit could not read ${failures} files.`,
    };
  }
  return looked || hasFindings
    ? { evidence: 'scan' }
    : { evidence: 'none', evidenceReason: 'Bandit looked at no file.' };
}

/** `bandit -f json`: one finding per entry of `results`. */
export const banditJson: ReportFormat = {
  id: 'bandit-json',
  title: 'Bandit JSON',
  documentation: 'https://bandit.readthedocs.io/en/latest/formatters/json.html',
  kind: 'json',
  controlTypes: ['sast'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      Array.isArray(value.results) &&
      isObject(value.metrics) &&
      ('_totals' in value.metrics || 'generated_at' in value)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    optionalList(report, 'errors', '');
    const tally = new Tally();
    const texts = new SharedTexts();
    const results = requireList(report.results, '/results');
    for (const [index, value] of results.entries()) {
      tally.add(toFinding(requireObject(value, `/results/${index}`), texts));
    }
    const evidence = evidenceOf(report, results.length > 0);
    return [
      {
        tool: { name: 'Bandit' },
        ...evidence,
        controlTypes: evidence.evidence === 'none' ? [] : ['sast'],
        scannedAt: toIsoTime(report.generated_at, { zoneless: 'utc' }),
        ...tally.result(),
      },
    ];
  },
};
