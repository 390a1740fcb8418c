import { decodeSegment } from '../source/decodeSegment';
import { Match } from './types';

/** A package URL taken apart, see https://github.com/package-url/purl-spec. */
export interface Purl {
  /** Type, namespace and name, normalised: equal for the same package. */
  package: string;
  type: string;
  /** The last part. */
  name: string;
  version?: string;
  qualifiers: ReadonlyMap<string, string>;
}

/** Types whose names are the same in any case. */
const ANY_CASE = new Set([
  'bitbucket',
  'composer',
  'deb',
  'docker',
  'github',
  'npm',
  'oci',
  'pypi',
]);

function normalName(type: string, name: string): string {
  const lower = ANY_CASE.has(type) ? name.toLowerCase() : name;
  return type === 'pypi' ? lower.replaceAll('_', '-') : lower;
}

/** The name of a package as people write it, to compare it without its type. */
export function bareName(name: string): string {
  return name
    .slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)
    .toLowerCase()
    .replaceAll('_', '-');
}

/** Undefined for what is no package URL. */
export function parsePurl(text: string | undefined): Purl | undefined {
  const [whole = ''] = text?.split('#', 1) ?? [];
  const [head, query = ''] = whole.split('?', 2);
  const match = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]*)\/(.+)$/.exec(head);
  if (!match) {
    return undefined;
  }
  const type = match[1].toLowerCase();
  const at = match[2].lastIndexOf('@');
  // The @ of a scope comes first.
  const hasVersion = at > match[2].lastIndexOf('/') && at > 0;
  const path = hasVersion ? match[2].slice(0, at) : match[2];
  const parts = path
    .split('/')
    .filter(Boolean)
    .map(part => normalName(type, decodeSegment(part)));
  if (parts.length === 0) {
    return undefined;
  }
  const version = hasVersion ? decodeSegment(match[2].slice(at + 1)) : '';
  const qualifiers = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [key, value] = pair.split('=', 2);
    if (key && value) {
      qualifiers.set(key.toLowerCase(), decodeSegment(value));
    }
  }
  return {
    type,
    package: JSON.stringify([type, ...parts]),
    name: parts[parts.length - 1],
    version: version || undefined,
    qualifiers,
  };
}

/**
 * Whether a stated package URL is about a component. Without a version it is
 * about each; what it says beside must stand in the component's, too.
 */
export function matchPurl(stated: Purl, found: Purl): Match {
  if (stated.package !== found.package) {
    return 'no';
  }
  let match: Match = 'match';
  if (stated.version !== undefined) {
    if (found.version === undefined) {
      match = 'unclear';
    } else if (found.version !== stated.version) {
      return 'no';
    }
  }
  for (const [key, value] of stated.qualifiers) {
    const other = found.qualifiers.get(key);
    if (other === undefined) {
      match = 'unclear';
    } else if (other !== value) {
      return 'no';
    }
  }
  return match;
}
