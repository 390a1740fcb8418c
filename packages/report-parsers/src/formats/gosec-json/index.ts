import { ParsedFinding, ParsedRun, ReportFormat } from '../../types';
import { mayHoldCredential } from '../../shared/credentials';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
  isObject,
  optionalList,
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
import { addCwe } from '../../shared/weaknesses';

const CREDENTIAL_RULE = 'G101';

/** Lines are text: "79", and "79-81" where a statement goes over several. */
function linesOf(value: unknown): { startLine?: number; endLine?: number } {
  const [, start, end] =
    /^\s*(\d{1,9})(?:-(\d{1,9}))?/.exec(String(value ?? '')) ?? [];
  const startLine = asPosition(Number(start));
  return {
    startLine,
    endLine: startLine && (asPosition(Number(end)) ?? startLine),
  };
}

/** `nosec`, and since 2.9 `suppressions`, when ignored issues are shown. */
function suppressionOf(issue: JsonObject): ParsedFinding['suppression'] {
  const [first] = asList(issue.suppressions);
  if (isObject(first)) {
    return {
      status: 'accepted',
      kind: asText(first.kind),
      justification: asText(first.justification),
    };
  }
  return issue.nosec === true
    ? { status: 'accepted', kind: 'inSource', justification: 'nosec' }
    : undefined;
}

function toFinding(issue: JsonObject, texts: SharedTexts): ParsedFinding {
  const cwe = asObject(issue.cwe);
  const cwes = new Set<number>();
  addCwe(cwes, cwe.id ?? cwe.ID);
  const ruleId = asText(issue.rule_id) ?? 'unspecified';
  const hidesCode = ruleId === CREDENTIAL_RULE || mayHoldCredential([...cwes]);
  const given = asText(issue.details) ?? ruleId;
  const details = hidesCode ? redactSecrets(given) : given;
  const word = asText(issue.severity);
  const lines = linesOf(issue.line);
  return {
    type: 'sast',
    ruleId,
    title: toTitle(details) || ruleId,
    description: texts.share(details),
    remediation: texts.share(asText(issue.autofix)),
    severity: severityOfWord(word ?? '') ?? 'info',
    toolSeverity: word,
    cwes: [...cwes],
    advisoryIds: [],
    locations: [
      {
        path: toRepositoryPath(cut(asText(issue.file) ?? '', NAME_LENGTH)),
        ...lines,
        startColumn: asPosition(Number(issue.column)),
        snippet: hidesCode
          ? undefined
          : codeWithoutNumbers(
              asText(issue.code),
              lines.startLine,
              lines.endLine,
            ),
      },
    ],
    links: toLinks([cwe.url ?? cwe.URL]),
    fingerprints: {},
    partialFingerprints: {},
    suppression: suppressionOf(issue),
  };
}

function evidenceOf(
  report: JsonObject,
  hasFindings: boolean,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  const failures = Object.keys(asObject(report['Golang errors'])).length;
  const files = asObject(report.Stats).files;
  if (failures > 0) {
    return {
      evidence: hasFindings || files !== 0 ? 'partial' : 'none',
      evidenceReason: `gosec could not read ${failures} files or packages.`,
    };
  }
  return files === 0 && !hasFindings
    ? { evidence: 'none', evidenceReason: 'gosec looked at no file.' }
    : { evidence: 'scan' };
}

function versionOf(report: JsonObject): string | undefined {
  const version = asText(report.GosecVersion);
  return version === 'dev' ? undefined : version;
}

/**
 * `gosec -fmt json`. What gosec says twice of a line is one finding.
 */
export const gosecJson: ReportFormat = {
  id: 'gosec-json',
  title: 'gosec JSON',
  documentation: 'https://github.com/securego/gosec#output-formats',
  kind: 'json',
  controlTypes: ['sast'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      'Issues' in value &&
      isObject(value.Stats) &&
      ('nosec' in value.Stats ||
        'found' in value.Stats ||
        'Golang errors' in value)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const tally = new Tally('rule, details, path and line');
    const texts = new SharedTexts();
    // null before 2.4 when nothing was found.
    for (const [index, value] of optionalList(report, 'Issues', '').entries()) {
      const finding = toFinding(
        requireObject(value, `/Issues/${index}`),
        texts,
      );
      const [{ path, startLine, endLine }] = finding.locations;
      tally.addByKey(
        JSON.stringify([
          finding.ruleId,
          finding.description,
          path,
          startLine,
          endLine,
        ]),
        finding,
      );
    }
    const evidence = evidenceOf(report, tally.findings.length > 0);
    return [
      {
        tool: { name: 'gosec', version: versionOf(report) },
        ...evidence,
        controlTypes: evidence.evidence === 'none' ? [] : ['sast'],
        ...tally.result(),
      },
    ];
  },
};
