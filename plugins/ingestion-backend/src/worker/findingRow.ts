import { SEVERITIES } from '@synchrony/backstage-plugin-ingestion-common';
import { ParsedFinding, ParsedLocation } from '@synchrony/report-parsers';
import { IdentifiedFinding, keyHash } from '../identity';
import { toJsonText } from './jsonText';

const LONGEST_TITLE = 500;
const LONGEST_DETAILS = 8_000;
const LONGEST_TEXT = 32_000;
const LONGEST_SNIPPET = 400;
const MOST_LOCATIONS = 50;
const MOST_LINKS = 30;

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** A text that is the same for all findings of a rule, hashed once. */
export interface RuleRow {
  key: string;
  /** JSON text of a row of `rules`. */
  row: string;
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
  const content = toJsonText({
    rule_id: finding.ruleId,
    rule_name: finding.ruleName ?? null,
    description: finding.description
      ? cut(finding.description, LONGEST_TEXT)
      : null,
    remediation: finding.remediation
      ? cut(finding.remediation, LONGEST_TEXT)
      : null,
    cwes: JSON.stringify(finding.cwes),
    advisory_ids: JSON.stringify(finding.advisoryIds),
    links: JSON.stringify(finding.links.slice(0, MOST_LINKS)),
  });
  const key = keyHash(content);
  return {
    key,
    row: `{"key":"${key}",${content.slice(1)}`,
    tokens: [
      ...new Set(
        [finding.ruleId, ...finding.advisoryIds].map(id =>
          id.toLocaleLowerCase('en-US'),
        ),
      ),
    ],
  };
}

function toLocation(location: ParsedLocation): ParsedLocation {
  return location.snippet
    ? { ...location, snippet: cut(location.snippet, LONGEST_SNIPPET) }
    : location;
}

/** What is stored of a finding, as a row without id, status and times. */
export interface AttributesRow {
  /** JSON text of an object. */
  row: string;
  hash: string;
  rule: RuleRow;
}

/**
 * The columns that follow from the report alone. Two scans that say the same
 * give the same text, so its hash tells whether anything changed.
 */
export function toAttributesRow(
  { finding, key }: IdentifiedFinding,
  rules: RuleRows,
): AttributesRow {
  const rule = rules.get(finding);
  const { component, locations } = finding;
  const stored = locations.slice(0, MOST_LOCATIONS).map(toLocation);
  const row = toJsonText({
    type: finding.type,
    severity: SEVERITIES.indexOf(finding.severity),
    no_fix: component?.fixedVersions?.length === 0,
    rule_key: rule.key,
    title: cut(finding.title, LONGEST_TITLE),
    details: finding.details ? cut(finding.details, LONGEST_DETAILS) : null,
    tool_severity: finding.toolSeverity ?? null,
    score: finding.score ?? null,
    component_name: component?.name ?? null,
    component_version: component?.version ?? null,
    purl: component?.purl ?? null,
    fixed_versions: component?.fixedVersions
      ? JSON.stringify(component.fixedVersions)
      : null,
    location: stored.length > 0 ? JSON.stringify(stored[0]) : null,
    locations: stored.length > 1 ? JSON.stringify(stored) : null,
    location_count: locations.length,
    suppression: finding.suppression
      ? JSON.stringify(finding.suppression)
      : null,
    identity: key,
  });
  const hash = keyHash(row);
  return { row: `{"attributes_hash":"${hash}",${row.slice(1)}`, hash, rule };
}
