import { ParsedComponent, ParsedFinding } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asObject,
  asList,
  asText,
  isObject,
  optionalList,
} from '../../shared/json';
import { toLinks } from '../../shared/links';
import { purlOfPackage } from '../../shared/packagePurls';
import { normalisePath } from '../../shared/paths';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesOf, scoreOf, severityOf } from '../npm-audit/advisories';

const DETAILS_LENGTH = 20_000;

/** `fixAvailable` is whether `npm audit fix` mends it, or the direct dependency to update. */
function remediationOf(fix: unknown): string | undefined {
  if (fix === true) return 'Run `npm audit fix`.';
  const name = asText(asObject(fix).name);
  if (!name) return undefined;
  const version = asText(asObject(fix).version);
  const target = version ? `${name} to ${version}` : name;
  return asObject(fix).isSemVerMajor === true
    ? `Update ${target}, which is a breaking change.`
    : `Update ${target}.`;
}

function componentOf(entry: JsonObject, name: string): ParsedComponent {
  const fix = entry.fixAvailable;
  const version = asText(asObject(fix).version);
  const ownFix = asObject(fix).name === name && version ? [version] : undefined;
  return {
    name,
    purl: purlOfPackage('npm', name, undefined),
    fixedVersions: fix === false ? [] : ownFix,
  };
}

function titleOf(
  name: string,
  advisories: readonly JsonObject[],
  through: readonly string[],
): string {
  const [first] = advisories;
  const title = asText(first?.title);
  if (title) {
    const others = advisories.length - 1;
    return `${title} in ${name}${others > 0 ? ` (and ${others} more)` : ''}`;
  }
  return through.length > 0
    ? `${name} depends on vulnerable ${through.join(', ')}`
    : `${name} is vulnerable`;
}

function detailsOf(
  entry: JsonObject,
  advisories: readonly JsonObject[],
  through: readonly string[],
): string | undefined {
  const range = asText(entry.range);
  const lines = [
    ...advisories.map(advisory =>
      [asText(advisory.title), asText(advisory.range), asText(advisory.url)]
        .filter(Boolean)
        .join(' — '),
    ),
    through.length > 0 && `Vulnerable through ${through.join(', ')}.`,
    range && `Vulnerable versions: ${range}`,
  ].filter(Boolean);
  return lines.length > 0 ? cut(lines.join('\n'), DETAILS_LENGTH) : undefined;
}

/** A member of `vulnerabilities`: a package with its advisories, or with dependencies that have some. */
export function packageToFinding(
  key: string,
  entry: JsonObject,
  path: string,
): ParsedFinding {
  const name = asText(entry.name) ?? key;
  const via = optionalList(entry, 'via', path);
  const advisories = via.filter(isObject);
  const through = [...new Set(via.flatMap(item => asText(item) ?? []))];
  const word = asText(entry.severity);
  const scores = advisories.flatMap(advisory => scoreOf(advisory) ?? []);
  const score = scores.reduce<number | undefined>(
    (worst, item) => Math.max(worst ?? 0, item),
    undefined,
  );
  const cwes = new Set<number>();
  for (const advisory of advisories) addCwesOf(cwes, advisory.cwe);
  const urls = advisories.map(advisory => asText(advisory.url));
  return {
    type: 'sca',
    ruleId: cut(name, NAME_LENGTH),
    title: toTitle(titleOf(name, advisories, through)),
    details: detailsOf(entry, advisories, through),
    remediation: remediationOf(entry.fixAvailable),
    severity: severityOf(word, score),
    toolSeverity: word,
    score,
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(...urls),
    component: componentOf(entry, name),
    locations: asList(entry.nodes).flatMap(node => {
      const place = asText(node);
      return place
        ? [{ logicalName: normalisePath(cut(place, NAME_LENGTH)) }]
        : [];
    }),
    links: toLinks(urls),
    fingerprints: {},
    partialFingerprints: {},
  };
}
