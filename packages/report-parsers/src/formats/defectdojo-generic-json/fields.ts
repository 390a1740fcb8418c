import { ReportError } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
} from '../../shared/json';
import { toScore } from '../../shared/severity';
import { addCwe, addCwesIn } from '../../shared/weaknesses';
import { GenericFinding } from '../defectdojo-generic/findings';

/** Numbers are also written as text, and placeholders stand where there are none. */
function lineOf(value: unknown): number | undefined {
  return asPosition(typeof value === 'string' ? Number(value) : value);
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : asText(value);
}

function cwesOf(item: JsonObject): number[] {
  const cwes = new Set<number>();
  for (const value of [item.cwe, ...asList(item.cwes)]) {
    addCwe(cwes, value);
    addCwesIn(cwes, value);
  }
  return [...cwes];
}

function vulnerabilityIdsOf(item: JsonObject): string[] {
  const ids = [item.cve, ...asList(item.vulnerability_ids)]
    .map(asText)
    .filter(id => id !== undefined);
  return [...new Set(ids)];
}

/** An endpoint is an address, or its parts. */
function urlOf(value: unknown): string | undefined {
  if (typeof value === 'string') return asText(value);
  const endpoint = asObject(value);
  const host = asText(endpoint.host);
  if (!host) return undefined;
  const port = idOf(endpoint.port);
  const path = asText(endpoint.path)?.replace(/^\/*/, '/') ?? '';
  const query = asText(endpoint.query)?.replace(/^\?*/, '?') ?? '';
  const protocol = asText(endpoint.protocol);
  return `${protocol ? `${protocol}://` : ''}${host}${port ? `:${port}` : ''}${path}${query}`;
}

function requiredText(item: JsonObject, key: string, path: string): string {
  const text = asText(item[key]);
  if (text) return text;
  throw new ReportError(
    key in item ? `${key} must be text.` : `${key} is missing.`,
    { path: `${path}/${key}` },
  );
}

/** An entry of `findings`. */
export function readGenericFinding(
  item: JsonObject,
  path: string,
): GenericFinding {
  return {
    title: requiredText(item, 'title', path),
    severity: requiredText(item, 'severity', path),
    description: asText(item.description),
    mitigation: asText(item.mitigation),
    impact: asText(item.impact),
    references: asText(item.references),
    cwes: cwesOf(item),
    vulnerabilityIds: vulnerabilityIdsOf(item),
    score: toScore(item.cvssv4_score) ?? toScore(item.cvssv3_score),
    vector: asText(item.cvssv3)?.replace(/^\s*CVSS:3\.\d\//, ''),
    filePath: asText(item.file_path) ?? asText(item.sast_source_file_path),
    line: lineOf(item.line) ?? lineOf(item.sast_source_line),
    logicalName:
      asText(item.sast_source_object) ?? asText(item.sast_sink_object),
    parameter: asText(item.param),
    urls: asList(item.endpoints)
      .map(urlOf)
      .filter(url => url !== undefined),
    componentName: asText(item.component_name),
    componentVersion: idOf(item.component_version),
    fixVersion: idOf(item.fix_version),
    uniqueId: idOf(item.unique_id_from_tool),
    ruleId: idOf(item.vuln_id_from_tool),
    isDynamic: item.dynamic_finding === true && item.static_finding !== true,
    isActive: item.active !== false,
    isFalsePositive: item.false_p === true,
    isOutOfScope: item.out_of_scope === true,
    isRiskAccepted: item.risk_accepted === true,
    isUnderReview: item.under_review === true,
    isMitigated: item.is_mitigated === true,
    isDuplicate: item.duplicate === true,
  };
}
