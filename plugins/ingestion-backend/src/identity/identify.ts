import { ParsedFinding, ParsedLocation } from '@synchrony/report-parsers';
import { shortHash } from './hash';
import {
  advisoryIdentity,
  normalisePath,
  normaliseSnippet,
  normaliseUrl,
  packageIdentity,
} from './normalise';
import { Identity } from './types';

/**
 * Fingerprints carry the version of their method in their name, as in
 * `primaryLocationLineHash/v1`. Only the newest of each method counts.
 */
function newestVersions(fingerprints: Record<string, string>): string[] {
  const newest = new Map<string, { version: number; text: string }>();
  for (const [name, value] of Object.entries(fingerprints)) {
    const [, method, digits] = /^(.*?)(?:\/v(\d+))?$/s.exec(name) ?? [];
    const version = Number(digits ?? 0);
    const known = newest.get(method ?? name);
    if (!known || known.version < version) {
      newest.set(method ?? name, { version, text: `${name}=${value}` });
    }
  }
  return [...newest.values()].map(({ text }) => text).sort();
}

function placeOf(location: ParsedLocation | undefined): string {
  if (!location) {
    return '';
  }
  if (location.url) {
    return [
      normaliseUrl(location.url),
      (location.method ?? '').toLocaleUpperCase('en-US'),
      location.parameter ?? '',
    ].join(' ');
  }
  return location.path
    ? normalisePath(location.path)
    : (location.logicalName ?? '');
}

function codeOf(location: ParsedLocation | undefined): string {
  const code = location?.snippet ? normaliseSnippet(location.snippet) : '';
  return code ? shortHash(code) : '';
}

function hashOf(parts: string[]): string {
  return parts.length > 0 ? shortHash(...parts) : '';
}

const COMPONENT_FAMILY = 'c';
const RULE_FAMILY = 'r';

/**
 * An advisory about a component is the same whoever reports it; any other rule
 * means something only within its tool.
 */
function familyOf(toolName: string, finding: ParsedFinding): string {
  if (finding.component) {
    return `${COMPONENT_FAMILY}${shortHash(
      finding.type,
      advisoryIdentity(finding),
      packageIdentity(finding.component),
    )}`;
  }
  return `${RULE_FAMILY}${shortHash(
    finding.type,
    toolName.toLocaleLowerCase('en-US'),
    finding.ruleId,
  )}`;
}

/** Whether it is about a weakness of a component, not of a place. */
export function isAboutComponent(identity: Identity): boolean {
  return identity.family.startsWith(COMPONENT_FAMILY);
}

/** What a finding is recognised by. */
export function identify(toolName: string, finding: ParsedFinding): Identity {
  const [main] = finding.locations;
  const place = placeOf(main);
  const common = {
    family: familyOf(toolName, finding),
    fingerprint: hashOf(newestVersions(finding.fingerprints)),
    place: place ? shortHash(place) : '',
  };
  if (finding.component) {
    return {
      ...common,
      hint: '',
      code: '',
      line: '',
      rest: shortHash(finding.ruleId, finding.component.version ?? ''),
    };
  }
  return {
    ...common,
    hint: hashOf(newestVersions(finding.partialFingerprints)),
    code: codeOf(main),
    line: main?.startLine === undefined ? '' : String(main.startLine),
    rest: shortHash(
      finding.title,
      main?.logicalName ?? '',
      String(main?.startColumn ?? ''),
    ),
  };
}

const PARTS = [
  'family',
  'fingerprint',
  'hint',
  'code',
  'place',
  'line',
  'rest',
] as const;

/** One column of text for an identity. */
export function encodeIdentity(identity: Identity): string {
  return PARTS.map(part => identity[part]).join('.');
}

export function decodeIdentity(text: string): Identity {
  const parts = text.split('.');
  if (parts.length !== PARTS.length) {
    throw new Error(`Not an identity: ${text}`);
  }
  const [family, fingerprint, hint, code, place, line, rest] = parts;
  return { family, fingerprint, hint, code, place, line, rest };
}
