import { ParsedFinding, ParsedLocation } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  optionalList,
  requireObject,
} from '../../shared/json';
import { linksIn, toLinks } from '../../shared/links';
import { purlOfPackage } from '../../shared/packagePurls';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';

const REFERENCES = 20;

/** The score of a rated advisory; one without vector has score 0, which means nothing. */
export function scoreOf(advisory: JsonObject): number | undefined {
  const cvss = asObject(advisory.cvss);
  return toScore(cvss.score) || undefined;
}

/** The registry's word, else what the score means. */
export function severityOf(
  word: string | undefined,
  score: number | undefined,
): ParsedFinding['severity'] {
  return (
    (word && severityOfWord(word)) ||
    (score === undefined ? 'info' : severityOfScore(score))
  );
}

/** Adds the CWEs of a list, a text, or the list in a text that some versions write. */
export function addCwesOf(cwes: Set<number>, value: unknown): void {
  for (const cwe of Array.isArray(value) ? value : [value]) {
    addCwesIn(cwes, cwe);
  }
}

/** The lower ends of `>=1.2.3 <2.0.0 || >=2.0.1`; `<0.0.0` is how the registry says that no version is. */
function fixedVersionsOf(advisory: JsonObject): string[] | undefined {
  const range = cut(asText(advisory.patched_versions) ?? '', NAME_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  if (/^< ?0\.0\.0$/.test(range)) return [];
  const versions = Array.from(
    range.matchAll(/(?:>=|(?:^|\|\|) ?[=^~]?) ?(\d[^\s|<>,]*)/g),
    ([, version]) => version,
  );
  return versions.length > 0 ? versions : undefined;
}

/** The advisory's GitHub id, which stays; else its number at the registry, which doesn't always. */
export function ruleIdOf(
  ghsa: unknown,
  url: unknown,
  id: unknown,
): string | undefined {
  const [stable] = advisoryIdsIn(asText(ghsa), asText(url));
  if (stable?.startsWith('GHSA')) return stable;
  return typeof id === 'number' ? String(id) : asText(id);
}

/** Package paths `express>debug` as places. */
function placesOf(paths: readonly unknown[]): ParsedLocation[] {
  const places = new Set(
    paths.flatMap(path => {
      const text = asText(path);
      return text ? [cut(text, NAME_LENGTH)] : [];
    }),
  );
  return Array.from(places, logicalName => ({ logicalName }));
}

/**
 * An advisory as the registry's first audit endpoint gives it, which npm 6,
 * yarn, pnpm and audit-ci pass on.
 *
 * @param packagePath - the one package path that the entry is about, else all
 */
export function advisoryToFinding(
  advisory: JsonObject,
  path: string,
  texts: SharedTexts,
  packagePath?: string,
): ParsedFinding {
  const installed = optionalList(advisory, 'findings', path).map(
    (value, index) => requireObject(value, `${path}/findings/${index}`),
  );
  const name = asText(advisory.module_name) ?? 'unknown package';
  const version = installed
    .map(item => asText(item.version))
    .find(text => text !== undefined);
  const ruleId =
    ruleIdOf(advisory.github_advisory_id, advisory.url, advisory.id) ??
    'unspecified';
  const word = asText(advisory.severity);
  const score = scoreOf(advisory);
  const cwes = new Set<number>();
  addCwesOf(cwes, advisory.cwe);
  return {
    type: 'sca',
    ruleId,
    title: toTitle(`${asText(advisory.title) ?? ruleId} in ${name}`),
    description: texts.share(asText(advisory.overview)),
    remediation: texts.share(asText(advisory.recommendation)),
    severity: severityOf(word, score),
    toolSeverity: word,
    score,
    cwes: [...cwes],
    advisoryIds: advisoryIdsIn(
      asText(advisory.github_advisory_id),
      ...asList(advisory.cves).map(asText),
      asText(advisory.url),
    ),
    component: {
      name,
      version,
      purl: purlOfPackage('npm', name, version),
      fixedVersions: fixedVersionsOf(advisory),
    },
    locations: placesOf(
      packagePath
        ? [packagePath]
        : installed.flatMap(item => [...asList(item.paths)]),
    ),
    links: toLinks([
      advisory.url,
      ...linksIn(asText(advisory.references)).slice(0, REFERENCES),
    ]),
    fingerprints: {},
    partialFingerprints: {},
  };
}
