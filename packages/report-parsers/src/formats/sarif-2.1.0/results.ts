import { FindingType, ParsedFinding, ParsedLocation } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  optionalList,
} from '../../shared/json';
import { linksIn } from '../../shared/links';
import { redactSecrets } from '../../shared/secrets';
import { NAME_LENGTH, cut, toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';
import { componentOf } from './components';
import { fingerprintsOf, suppressionOf } from './identities';
import { messageOf, withoutEmbeddedLinks } from './messages';
import { Places } from './places';
import { relatedOf } from './related';
import { RuleBook, SarifRule, addCwesOfProperties } from './rules';
import { Severities } from './severities';
import { Taxonomies } from './taxonomies';
import { ToolProfile } from './tools';

const DETAILS_LENGTH = 20_000;

/** What one run knows that its results refer to. */
export interface RunContext {
  run: JsonObject;
  profile: ToolProfile;
  rules: RuleBook;
  severities: Severities;
  places: Places;
  taxonomies: Taxonomies;
}

function isAboutPackages(type: FindingType): boolean {
  return type === 'sca' || type === 'container';
}

function cwesOf(
  result: JsonObject,
  rule: SarifRule | undefined,
  taxonomies: Taxonomies,
): number[] {
  if (rule && !result.taxa && !result.properties) return rule.cwes;
  const properties = asObject(result.properties);
  const cwes = new Set(rule?.cwes);
  for (const taxon of asList(result.taxa))
    taxonomies.addCwe(cwes, asObject(taxon));
  for (const tag of asList(properties.tags)) addCwesIn(cwes, tag);
  addCwesOfProperties(cwes, properties);
  return [...cwes];
}

function locationsOf(
  result: JsonObject,
  path: string,
  places: Places,
): ParsedLocation[] {
  // A list literal takes far less memory than a list that grows, and nearly all results have one place.
  const entries = optionalList(result, 'locations', path);
  const first = entries.length > 0 ? places.read(entries[0]) : undefined;
  const locations = first ? [first] : [];
  for (let index = 1; index < entries.length; index += 1) {
    const location = places.read(entries[index]);
    if (location) locations.push(location);
  }
  if (locations.length === 0) {
    const target = places.artifact(result.analysisTarget);
    if (target) locations.push(target);
  }
  const webTarget = asText(asObject(result.webRequest).target);
  if (webTarget && /^https?:\/\//i.test(webTarget)) {
    const [main = {}] = locations;
    main.url ??= webTarget;
    main.method ??= asText(asObject(result.webRequest).method);
    locations[0] = main;
  }
  return locations;
}

/** The values that a secret scanner shows beside the place. */
function secretsIn(
  result: JsonObject,
  locations: readonly ParsedLocation[],
): string[] {
  const properties = asObject(result.properties);
  return [
    ...locations.map(location => location.snippet),
    asText(properties.offender),
    asText(properties.secret),
    asText(properties.match),
  ].filter(value => value !== undefined);
}

function withoutSecret(finding: ParsedFinding, secrets: string[]): void {
  for (const location of finding.locations) delete location.snippet;
  for (const place of finding.related ?? []) {
    place.message = place.message && redactSecrets(place.message, secrets);
  }
  for (const key of [
    'title',
    'details',
    'description',
    'remediation',
  ] as const) {
    const text = finding[key];
    if (text !== undefined) finding[key] = redactSecrets(text, secrets);
  }
}

/** One result as a finding (SARIF 2.1.0 §3.27). All its locations stay one finding's. */
export function toFinding(
  result: JsonObject,
  path: string,
  context: RunContext,
): ParsedFinding {
  const { profile, run } = context;
  const rule = context.rules.find(result);
  const ruleId = cut(
    asText(result.ruleId) ??
      asText(asObject(result.rule).id) ??
      (rule?.id || 'unspecified'),
    NAME_LENGTH,
  );
  const type = profile.typeOf?.({ run, result, ruleId, rule }) ?? profile.type;
  const { text = '', markdown } = messageOf(result, rule);
  const plain = withoutEmbeddedLinks(text || markdown || '');
  const heading = isAboutPackages(type) ? (rule?.summary ?? plain) : plain;
  const title = toTitle(
    heading.trim() ||
      rule?.summary ||
      rule?.description ||
      rule?.name ||
      ruleId,
  );
  const locations = locationsOf(result, path, context.places);
  const severity = context.severities.of(result, rule);
  const finding: ParsedFinding = {
    type,
    ruleId,
    ruleName: rule?.name,
    title,
    description: rule?.description,
    remediation:
      rule?.remediation ??
      asText(asObject(asObject(asList(result.fixes)[0]).description).text),
    details:
      plain.trim() !== title && plain.trim() !== ''
        ? cut(markdown ?? plain, DETAILS_LENGTH)
        : undefined,
    severity: severity.severity,
    toolSeverity: severity.toolSeverity,
    score: severity.score,
    cwes: cwesOf(result, rule, context.taxonomies),
    advisoryIds: isAboutPackages(type)
      ? [
          ...new Set([
            ...advisoryIdsIn(ruleId),
            ...(rule?.advisoryIds ?? []),
            ...advisoryIdsIn(text),
          ]),
        ]
      : (rule?.advisoryIds ?? advisoryIdsIn(ruleId)),
    component: isAboutPackages(type)
      ? componentOf(result, rule, cut(text, NAME_LENGTH))
      : undefined,
    locations,
    related: relatedOf(result, { run, places: context.places, rule }),
    links: linksOf(text, rule, result),
    fingerprints: fingerprintsOf(result.fingerprints),
    partialFingerprints: profile.partialFingerprintsAreNoIdentity
      ? {}
      : fingerprintsOf(result.partialFingerprints),
    suppression: profile.suppressionsAreNoise
      ? undefined
      : suppressionOf(result),
  };
  if (type === 'secret') withoutSecret(finding, secretsIn(result, locations));
  return finding;
}

function linksOf(
  text: string,
  rule: SarifRule | undefined,
  result: JsonObject,
): string[] {
  const own = linksIn(text);
  const hosted = linksIn(asText(result.hostedViewerUri));
  if (own.length === 0 && hosted.length === 0) return rule?.links ?? [];
  return [...new Set([...(rule?.links ?? []), ...own, ...hosted])];
}
