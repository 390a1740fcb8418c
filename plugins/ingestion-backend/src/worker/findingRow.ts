import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';
import {
  ParsedFinding,
  ParsedLocation,
  ParsedRelatedLocation,
} from '@synchrony/report-parsers';
import { IdentifiedFinding, keyHash } from '../identity';
import { Cell, cleanText } from '../rows';
import { toJsonText } from './jsonText';

const LONGEST_NAME = 1_000;
const LONGEST_TITLE = 500;
const LONGEST_DETAILS = 8_000;
const LONGEST_TEXT = 32_000;
const LONGEST_SNIPPET = 400;
const MOST_LOCATIONS = 50;
const MOST_LINKS = 30;

/** Text of at most that length, or null. */
function cut(text: string | undefined, length: number): string | null {
  if (!text) {
    return null;
  }
  return cleanText(
    text.length > length ? `${text.slice(0, length - 1)}…` : text,
  );
}

function name(text: string | undefined): string | null {
  return cut(text, LONGEST_NAME);
}

/** A text that is the same for all findings of a rule, hashed once. */
export interface RuleRow {
  key: string;
  /** Cells of a row of `rules`. */
  cells: Cell[];
  /** What the rule is found by. */
  tokens: string[];
}

interface KnownRule {
  finding: ParsedFinding;
  rule: RuleRow;
}

/** Makes rows of `rules`, each once a report. */
export class RuleRows {
  readonly #lastByRuleId = new Map<string, KnownRule>();

  get(finding: ParsedFinding): RuleRow {
    const last = this.#lastByRuleId.get(finding.ruleId);
    if (last && sayTheSame(last.finding, finding)) {
      return last.rule;
    }
    const rule = toRuleRow(finding);
    this.#lastByRuleId.set(finding.ruleId, { finding, rule });
    return rule;
  }
}

/** Texts of one rule are mostly one object, which compares at once. */
function sayTheSame(one: ParsedFinding, other: ParsedFinding): boolean {
  return (
    one.description === other.description &&
    one.remediation === other.remediation &&
    one.ruleName === other.ruleName &&
    isSameList(one.cwes, other.cwes) &&
    isSameList(one.advisoryIds, other.advisoryIds) &&
    isSameList(one.links, other.links)
  );
}

function isSameList<T>(one: T[], other: T[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every((item, index) => item === other[index]))
  );
}

function toRuleRow(finding: ParsedFinding): RuleRow {
  const texts: Cell[] = [
    name(finding.ruleId) ?? '',
    name(finding.ruleName),
    cut(finding.description, LONGEST_TEXT),
    cut(finding.remediation, LONGEST_TEXT),
    toJsonText(finding.cwes),
    toJsonText(finding.advisoryIds),
    toJsonText(finding.links.slice(0, MOST_LINKS)),
  ];
  const key = keyHash(JSON.stringify(texts));
  const tokens = [finding.ruleId, ...finding.advisoryIds].map(id =>
    (name(id) ?? '').toLocaleLowerCase('en-US'),
  );
  return { key, cells: [key, ...texts], tokens: [...new Set(tokens)] };
}

function toLocation(location: ParsedLocation): ParsedLocation {
  const snippet = cut(location.snippet, LONGEST_SNIPPET) ?? '';
  return location.snippet && snippet !== location.snippet
    ? { ...location, snippet }
    : location;
}

/**
 * Every place as JSON, where there are more than the main one; those that only
 * explain the finding come last and say their role.
 */
function storedPlaces(
  stored: ParsedLocation[],
  related: ParsedRelatedLocation[] = [],
): string | null {
  return stored.length > 1 || related.length > 0
    ? toJsonText([...stored, ...related])
    : null;
}

/** What is stored of a finding because the report says so. */
export interface AttributesRow {
  /** In the order of the layout. */
  cells: Cell[];
  /** The same for the same cells: it tells whether anything changed. */
  hash: string;
  rule: RuleRow;
}

export function toAttributesRow(
  { finding, key }: IdentifiedFinding,
  rules: RuleRows,
): AttributesRow {
  const rule = rules.get(finding);
  const { component, locations } = finding;
  const stored = locations.slice(0, MOST_LOCATIONS).map(toLocation);
  const cells: Cell[] = [
    finding.type,
    SEVERITIES.indexOf(finding.severity),
    component?.fixedVersions?.length === 0,
    rule.key,
    cut(finding.title, LONGEST_TITLE) ?? '',
    cut(finding.details, LONGEST_DETAILS),
    name(finding.toolSeverity),
    finding.score ?? null,
    name(component?.name),
    name(component?.version),
    name(component?.purl),
    component?.fixedVersions ? toJsonText(component.fixedVersions) : null,
    stored.length > 0 ? toJsonText(stored[0]) : null,
    storedPlaces(stored, finding.related),
    locations.length,
    finding.suppression ? toJsonText(finding.suppression) : null,
    key,
  ];
  const hash = keyHash(JSON.stringify(cells));
  cells.push(hash);
  return { cells, hash, rule };
}
