import { ReportFormat } from '../../types';
import {
  JsonObject,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { toParsedFinding } from '../defectdojo-generic/findings';
import { readGenericFinding } from './fields';

/** What stands beside `findings`, all of it optional. */
const REPORT_KEYS = new Set([
  'findings',
  'name',
  'type',
  'version',
  'description',
  'dynamic_tool',
  'static_tool',
  'soc',
]);

function isOfTheFormat(report: JsonObject): boolean {
  const { findings } = report;
  if (!Array.isArray(findings)) return false;
  const [first] = findings;
  if (isObject(first) && Object.keys(first).length > 0) {
    return typeof first.title === 'string' && 'severity' in first;
  }
  return (
    (first === undefined || isObject(first)) &&
    Object.keys(report).every(key => REPORT_KEYS.has(key))
  );
}

/**
 * DefectDojo's own format for findings of any tool, JSON: one finding per entry
 * of `findings`. `type` is the tool's name, `name` one test's.
 */
export const defectdojoGenericJson: ReportFormat = {
  id: 'defectdojo-generic-json',
  title: 'DefectDojo generic findings',
  documentation:
    'https://docs.defectdojo.com/supported_tools/parsers/generic_findings_import/',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    return (
      document.kind === 'json' &&
      isObject(document.value) &&
      isOfTheFormat(document.value)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const tally = new Tally();
    const texts = new SharedTexts();
    const findings = requireList(report.findings, '/findings');
    for (const [index, value] of findings.entries()) {
      const path = `/findings/${index}`;
      const item = requireObject(value, path);
      tally.add(toParsedFinding(readGenericFinding(item, path), texts));
    }
    return [
      {
        tool: {
          name:
            asText(report.type) ??
            asText(report.name) ??
            'DefectDojo generic findings',
          version: asText(report.version),
        },
        evidence: 'scan',
        controlTypes: [...new Set(tally.findings.map(({ type }) => type))],
        ...tally.result(),
      },
    ];
  },
};
