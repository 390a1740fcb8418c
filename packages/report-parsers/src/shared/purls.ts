import { PackageURL } from 'packageurl-js';
import { ParsedComponent } from '../types';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Name, version and the package URL itself; undefined for what is no package URL. */
export function componentOfPurl(
  purl: string | undefined,
): ParsedComponent | undefined {
  const match = purl && /^pkg:\/{0,2}([A-Za-z0-9.+-]+)\/([^?#]+)/.exec(purl);
  if (!match) return undefined;
  const [, type, rest] = match;
  // The version starts at the last @; the @ of a scope is written %40 or comes first.
  const at = rest.lastIndexOf('@');
  const path = at > 0 ? rest.slice(0, at) : rest;
  const name = path
    .split('/')
    .map(decode)
    .join(type === 'maven' ? ':' : '/');
  return {
    name,
    version: at > 0 ? decode(rest.slice(at + 1)) : undefined,
    purl,
  };
}

/** A package URL from its parts; undefined when they make none. */
export function toPurl(
  type: string,
  namespace: string | undefined,
  name: string,
  version: string | undefined,
): string | undefined {
  try {
    return new PackageURL(
      type,
      namespace,
      name,
      version,
      undefined,
      undefined,
    ).toString();
  } catch {
    return undefined;
  }
}
