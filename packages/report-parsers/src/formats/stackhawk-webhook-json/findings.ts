import { ParsedFinding, ParsedLocation } from '../../types';
import {
  JsonObject,
  asText,
  optionalList,
  requireObject,
} from '../../shared/json';
import { toLinks, withoutUserInfo } from '../../shared/links';
import { severityOfWord } from '../../shared/severity';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwe, addCwesIn } from '../../shared/weaknesses';

/** Verdicts that people gave in StackHawk. */
const VERDICTS: ReadonlyMap<string, string> = new Map([
  ['FALSE_POSITIVE', 'false positive'],
  ['RISK_ACCEPTED', 'risk accepted'],
]);

/** The kind of suppression when every path has a verdict. */
function suppressionOf(
  paths: readonly JsonObject[],
): ParsedFinding['suppression'] {
  const kinds = new Set(
    paths.map(path => VERDICTS.get(asText(path.status)?.toUpperCase() ?? '')),
  );
  const [kind] = kinds;
  if (kinds.size === 0 || kinds.has(undefined)) return undefined;
  return { status: 'accepted', kind: kinds.size === 1 ? kind : 'triaged' };
}

function toLocation(path: JsonObject, host: string): ParsedLocation {
  const place = asText(path.path) ?? '';
  const address = /^https?:\/\//i.test(place)
    ? place
    : `${host.replace(/\/+$/, '')}${place.startsWith('/') || !place ? '' : '/'}${place}`;
  return {
    url: withoutUserInfo(cut(address, NAME_LENGTH)),
    method: asText(path.method),
  };
}

/** An entry of `findings`. */
export function toFinding(entry: JsonObject, path: string): ParsedFinding {
  const host = cut(asText(entry.host) ?? '', NAME_LENGTH);
  const paths = optionalList(entry, 'paths', path).map((item, index) =>
    requireObject(item, `${path}/paths/${index}`),
  );
  const name = asText(entry.pluginName);
  const id =
    typeof entry.pluginId === 'number'
      ? String(entry.pluginId)
      : asText(entry.pluginId);
  const word = asText(entry.severity);
  const cwes = new Set<number>();
  addCwe(cwes, entry.cweId);
  addCwesIn(cwes, entry.cweId);
  const locations = paths.map(item => toLocation(item, host));
  return {
    type: 'dast',
    ruleId: cut(id ?? name ?? 'unspecified', NAME_LENGTH),
    ruleName: name && cut(name, NAME_LENGTH),
    title: toTitle(name ?? id ?? 'Finding'),
    severity: (word && severityOfWord(word)) || 'medium',
    toolSeverity: word,
    cwes: [...cwes],
    advisoryIds: [],
    locations:
      locations.length > 0
        ? locations
        : [{ url: host ? withoutUserInfo(host) : undefined }],
    links: toLinks([paths[0]?.pathURL]),
    fingerprints: {},
    partialFingerprints: {},
    suppression: suppressionOf(paths),
  };
}
