import { ParsedFinding } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
} from '../../shared/json';
import { redactSecrets } from '../../shared/secrets';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { KubescapeResource } from './resources';

const MOST_PATHS = 20;
const DETAILS_LENGTH = 2_000;

/** The state of a control for a resource; before the control had one, that of its rules. */
export function statusOf(control: JsonObject): string {
  const { status } = control;
  const given = isObject(status) ? asText(status.status) : asText(status);
  if (given) return given;
  const rules = asList(control.rules).map(rule =>
    asText(asObject(rule).status),
  );
  if (rules.includes('failed')) return 'failed';
  return rules.find(rule => rule !== undefined) ?? 'unknown';
}

/** Why a control that didn't fail isn't a finding. */
export function reasonOf(control: JsonObject, status: string): string {
  const detail = asText(asObject(control.status).subStatus);
  const reason = `status is ${cut(status, 100)}`;
  return detail ? `${reason} (${cut(detail, 100)})` : reason;
}

function severityOf(
  summary: JsonObject,
): Pick<ParsedFinding, 'severity' | 'toolSeverity'> {
  const word = asText(summary.severity);
  const known = word && severityOfWord(word);
  if (known) return { severity: known, toolSeverity: word };
  const factor = toScore(summary.scoreFactor ?? summary.baseScore);
  return factor === undefined
    ? { severity: 'medium' }
    : { severity: severityOfScore(factor), toolSeverity: String(factor) };
}

/** What to look at in the resource; values may come from its source, so they are left out. */
function detailsOf(control: JsonObject): string | undefined {
  const places = new Set<string>();
  for (const rule of asList(control.rules)) {
    const { paths, status } = asObject(rule);
    for (const entry of status === 'failed' ? asList(paths) : []) {
      const item = asObject(entry);
      const place =
        asText(item.failedPath) ??
        asText(item.reviewPath) ??
        asText(item.deletePath) ??
        asText(asObject(item.fixPath).path);
      if (place && places.size < MOST_PATHS) places.add(place);
    }
  }
  return places.size > 0
    ? redactSecrets(cut(`At ${[...places].join(', ')}`, DETAILS_LENGTH))
    : undefined;
}

/** A control that failed for a resource. */
export function controlToFinding(
  control: JsonObject,
  resource: KubescapeResource,
  summaries: JsonObject,
  texts: SharedTexts,
): ParsedFinding {
  const id = asText(control.controlID) ?? 'unspecified';
  const summary = asObject(
    Object.hasOwn(summaries, id) ? summaries[id] : undefined,
  );
  const name = asText(control.name) ?? asText(summary.name) ?? id;
  return {
    type: 'iac',
    ruleId: cut(id, NAME_LENGTH),
    title: toTitle(name),
    description: texts.share(asText(summary.description)),
    remediation: texts.share(asText(summary.remediation)),
    details: detailsOf(control),
    ...severityOf(summary),
    cwes: [],
    advisoryIds: [],
    locations: [{ path: resource.path, logicalName: resource.name }],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
  };
}
