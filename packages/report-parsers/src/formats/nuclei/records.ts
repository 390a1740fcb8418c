import { ParsedFinding, ParsedLocation, ParsedRun } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { leaveOut } from '../../shared/counts';
import { GroupedFindings } from '../../shared/grouping';
import { JsonObject, asObject, asText, isObject } from '../../shared/json';
import { linksIn, toLinks, withoutUserInfo } from '../../shared/links';
import { toRepositoryPath } from '../../shared/paths';
import { severityOfWord, toScore } from '../../shared/severity';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { toIsoTime } from '../../shared/times';
import { addCwesIn } from '../../shared/weaknesses';

/** The name of the tool in runs. */
export const NUCLEI = 'Nuclei';

/** A member that was written with an underscore, a hyphen or in camel case, by version. */
function member(record: JsonObject, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = asText(record[name]);
    if (text) return cut(text, NAME_LENGTH);
  }
  return undefined;
}

function templateOf(record: JsonObject): string | undefined {
  return member(record, 'template-id', 'templateID', 'template_id');
}

function matcherOf(record: JsonObject): string | undefined {
  return member(record, 'matcher-name', 'matcher_name', 'matcherName');
}

/** Whether a value is a match of Nuclei. */
export function isNucleiRecord(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    templateOf(value) !== undefined &&
    isObject(value.info) &&
    ('type' in value || 'host' in value || 'matched-at' in value)
  );
}

/** What may be one text, a list of them, or several with commas. */
function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 100) : [value];
  return list.map(asText).filter(text => text !== undefined);
}

/** A match on a port is `host:port`, one in the DNS a name: the kind of template is their scheme. */
function toUrl(place: string, type: string | undefined): string {
  if (/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(place)) return place;
  const isScheme = type !== undefined && /^[a-z]{2,10}$/.test(type);
  const overTcp = !isScheme || type === 'network' || type === 'javascript';
  return `${overTcp ? 'tcp' : type}://${place}`;
}

function placeOf(record: JsonObject): ParsedLocation {
  const matched = member(record, 'matched-at', 'matched', 'matched_at');
  const host = member(record, 'host', 'url');
  const place = withoutUserInfo(matched ?? host ?? '');
  const logicalName = matcherOf(record);
  if (record.type === 'file') {
    return { path: toRepositoryPath(place), logicalName };
  }
  const url = place ? toUrl(place, asText(record.type)) : undefined;
  const request = asText(record.request);
  return {
    url,
    method:
      asText(record.fuzzing_method) ??
      (request && /^([A-Z]{3,10}) \S/.exec(request)?.[1]),
    parameter: member(record, 'fuzzing_parameter'),
    logicalName,
  };
}

/** The name or address of the host that matched, whatever the service on it; a file is its own. */
function hostOf(record: JsonObject, place: ParsedLocation): string | undefined {
  if (place.path) return place.path;
  const address = (place.url ?? '').replace(
    /^[a-z][a-z0-9+.-]{0,20}:\/\//i,
    '',
  );
  return (
    /^(\[[^\]]{0,100}\]|[^:/?#]{1,300})/.exec(address)?.[1] ??
    member(record, 'host')
  );
}

function linksOf(info: JsonObject, record: JsonObject): string[] {
  const references = textsOf(info.reference).flatMap(linksIn);
  return toLinks([...references.slice(0, 20), record['template-url']]);
}

function toFinding(record: JsonObject, texts: SharedTexts): ParsedFinding {
  const info = asObject(record.info);
  const classification = asObject(info.classification);
  const ruleId = templateOf(record) ?? 'unspecified';
  const name = asText(info.name) ?? ruleId;
  const matcher = matcherOf(record);
  const word = asText(info.severity);
  const cwes = new Set<number>();
  for (const cwe of textsOf(classification['cwe-id'])) addCwesIn(cwes, cwe);
  const description = [info.description, info.impact]
    .map(asText)
    .filter(text => text !== undefined)
    .join('\n\n');
  return {
    type: 'dast',
    ruleId,
    ruleName: cut(name, NAME_LENGTH),
    title: toTitle(matcher ? `${cut(name, 150)} (${matcher})` : name),
    description: texts.share(description.trim()),
    remediation: texts.share(asText(info.remediation)?.trim()),
    severity: (word && severityOfWord(word)) || 'info',
    toolSeverity: word,
    score: toScore(classification['cvss-score']),
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(...textsOf(classification['cve-id']), ruleId),
    locations: [placeOf(record)],
    links: linksOf(info, record),
    fingerprints: {},
    partialFingerprints: {},
  };
}

/**
 * The matches of Nuclei as one run. A scan without matches writes nothing and
 * names no target, so a category would keep it from resolving anything.
 * Requests, responses and extracted values may hold credentials and aren't kept.
 */
export class NucleiRun {
  readonly #groups = new GroupedFindings();
  readonly #texts = new SharedTexts();
  readonly #counts: ParsedRun['counts'] = { raw: 0, leftOut: {} };
  #scannedAt?: string;

  add(record: JsonObject): void {
    // With -matcher-status Nuclei lists what didn't match as well.
    if (record['matcher-status'] === false) {
      leaveOut(this.#counts, 'did not match');
      return;
    }
    const at = toIsoTime(record.timestamp);
    if (at && (!this.#scannedAt || at < this.#scannedAt)) this.#scannedAt = at;
    const finding = toFinding(record, this.#texts);
    this.#groups.add(
      [
        finding.ruleId,
        asText(record.type),
        matcherOf(record),
        hostOf(record, finding.locations[0]),
      ],
      finding,
    );
    this.#counts.raw += 1;
  }

  toRun(): ParsedRun {
    return {
      tool: { name: NUCLEI },
      evidence: 'scan',
      controlTypes: ['dast'],
      scannedAt: this.#scannedAt,
      findings: this.#groups.findings,
      counts: this.#counts,
      aggregatedBy: this.#groups.mergedBy('template, type, matcher and host'),
    };
  }
}
