import { ParsedFinding, Severity, SEVERITIES } from '../../types';
import { advisoryIdsIn } from '../../shared/advisories';
import { cvss3BaseScore } from '../../shared/cvss';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
} from '../../shared/json';
import { pathSegment, toLinks } from '../../shared/links';
import {
  severityOfScore,
  severityOfWord,
  toScore,
} from '../../shared/severity';
import { SharedTexts } from '../../shared/sharedTexts';
import { toTitle } from '../../shared/text';
import { addCwesIn } from '../../shared/weaknesses';
import { OsvPackage } from './packages';

const REFERENCES = 20;

/** Entries that tell of one flaw, under its several ids. */
export interface OsvFlaw {
  records: readonly JsonObject[];
  /** The scanner's own entry of `groups`. */
  group: JsonObject;
}

/** The entries of a package by the scanner's groups; an entry in no group is one flaw. */
export function toFlaws(
  records: readonly JsonObject[],
  groups: readonly JsonObject[],
): OsvFlaw[] {
  const groupOfId = new Map<string, JsonObject>();
  for (const group of groups) {
    for (const value of asList(group.ids)) {
      const id = asText(value);
      if (id) groupOfId.set(id, group);
    }
  }
  const flaws = new Map<JsonObject, JsonObject[]>();
  for (const record of records) {
    const key = groupOfId.get(asText(record.id) ?? '') ?? record;
    const known = flaws.get(key);
    if (known) known.push(record);
    else flaws.set(key, [record]);
  }
  return Array.from(flaws, ([group, members]) => ({ records: members, group }));
}

function scoreOf({ records, group }: OsvFlaw): number | undefined {
  const given = toScore(group.max_severity);
  if (given !== undefined) return given;
  const scores = records.flatMap(record =>
    asList(record.severity).flatMap(
      item => cvss3BaseScore(asText(asObject(item).score)) ?? [],
    ),
  );
  return scores.reduce<number | undefined>(
    (worst, score) => Math.max(worst ?? 0, score),
    undefined,
  );
}

/**
 * The worst word of a database, else what the score means. An advisory with
 * neither (of malware, or not yet rated) is low, as nobody called it worse.
 */
function severityOf(
  flaw: OsvFlaw,
): Pick<ParsedFinding, 'severity' | 'toolSeverity' | 'score'> {
  const score = scoreOf(flaw);
  let worst: { word: string; severity: Severity } | undefined;
  for (const record of flaw.records) {
    const word = asText(asObject(record.database_specific).severity);
    const severity = word && severityOfWord(word);
    if (
      word &&
      severity &&
      (!worst ||
        SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(worst.severity))
    ) {
      worst = { word, severity };
    }
  }
  if (worst) {
    return { severity: worst.severity, toolSeverity: worst.word, score };
  }
  return score === undefined
    ? { severity: 'low' }
    : { severity: severityOfScore(score), toolSeverity: `${score}`, score };
}

function cwesOf(records: readonly JsonObject[]): number[] {
  const cwes = new Set<number>();
  for (const record of records) {
    for (const cwe of asList(asObject(record.database_specific).cwe_ids)) {
      addCwesIn(cwes, cwe);
    }
    for (const affected of asList(record.affected)) {
      const specific = asObject(asObject(affected).database_specific);
      for (const cwe of asList(specific.cwes)) {
        addCwesIn(cwes, asObject(cwe).cweId);
      }
    }
  }
  return [...cwes];
}

/** Whether a part of an advisory is about the package: one may affect several. */
function isAbout(affected: JsonObject, component: OsvPackage): boolean {
  const { name, ecosystem } = asObject(affected.package);
  return (
    name === component.name &&
    (!component.ecosystem ||
      asText(ecosystem)?.split(':')[0] === component.ecosystem.split(':')[0])
  );
}

function fixedVersionsOf(
  records: readonly JsonObject[],
  component: OsvPackage,
): string[] | undefined {
  const versions = new Set<string>();
  let isKnown = false;
  for (const record of records) {
    for (const affected of asList(record.affected).filter(isObject)) {
      if (isAbout(affected, component)) {
        const ranges = asList(affected.ranges)
          .map(asObject)
          .filter(range => range.type !== 'GIT');
        isKnown ||= ranges.length > 0;
        for (const range of ranges) {
          for (const event of asList(range.events)) {
            const fixed = asText(asObject(event).fixed);
            if (fixed) versions.add(fixed);
          }
        }
      }
    }
  }
  return isKnown ? [...versions] : undefined;
}

/** One flaw of a package. */
export function flawToFinding(
  flaw: OsvFlaw,
  component: OsvPackage,
  texts: SharedTexts,
): ParsedFinding {
  const { records, group } = flaw;
  const ids = records.flatMap(record => asText(record.id) ?? []);
  const ruleId = ids.at(0) ?? 'unspecified';
  const first = (key: string) =>
    records.map(record => asText(record[key])).find(Boolean);
  const aliases = [...records, group].flatMap(record =>
    asList(record.aliases).map(asText),
  );
  return {
    type: component.type,
    ruleId,
    title: toTitle(`${first('summary') ?? ruleId} in ${component.name}`),
    description: texts.share(first('details')),
    ...severityOf(flaw),
    cwes: cwesOf(records),
    advisoryIds: advisoryIdsIn(...ids, ...aliases),
    component: {
      name: component.name,
      version: component.version,
      purl: component.purl,
      fixedVersions: fixedVersionsOf(records, component),
    },
    locations: component.path ? [{ path: component.path }] : [],
    links: toLinks([
      ...ids.map(id => `https://osv.dev/${pathSegment(id)}`),
      ...records.flatMap(record =>
        asList(record.references)
          .slice(0, REFERENCES)
          .map(reference => asObject(reference).url),
      ),
    ]),
    fingerprints: {},
    partialFingerprints: {},
  };
}
