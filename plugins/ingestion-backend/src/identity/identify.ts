import { ParsedFinding, ParsedLocation } from '@synchrony/report-parsers';
import { HashMemo, shortHash } from './hash';
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
  const entries = Object.entries(fingerprints);
  if (entries.length === 0) {
    return [];
  }
  const newest = new Map<string, { version: number; text: string }>();
  for (const [name, value] of entries) {
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
function familyOf(
  toolName: string,
  finding: ParsedFinding,
  hashes: HashMemo,
): string {
  if (finding.component) {
    return `${COMPONENT_FAMILY}${hashes.short(
      finding.type,
      advisoryIdentity(finding),
      packageIdentity(finding.component),
    )}`;
  }
  return `${RULE_FAMILY}${hashes.short(
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
export function identify(
  toolName: string,
  finding: ParsedFinding,
  hashes = new HashMemo(),
): Identity {
  const [main] = finding.locations;
  const place = placeOf(main);
  const common = {
    family: familyOf(toolName, finding, hashes),
    fingerprint: hashOf(newestVersions(finding.fingerprints)),
    place: place ? hashes.short(place) : '',
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

const PARTS = 7;

/** One column of text for an identity. */
export function encodeIdentity(identity: Identity): string {
  const { code, family, fingerprint, hint, line, place, rest } = identity;
  return `${family}.${fingerprint}.${hint}.${code}.${place}.${line}.${rest}`;
}

export function decodeIdentity(text: string): Identity {
  const parts = text.split('.');
  if (parts.length !== PARTS) {
    throw new Error(`Not an identity: ${text}`);
  }
  const [family, fingerprint, hint, code, place, line, rest] = parts;
  return { family, fingerprint, hint, code, place, line, rest };
}
