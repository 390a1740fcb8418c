import {
  canonicalPackage,
  PackageIdentity,
  packageDisplayName,
  parsePackageUrl,
} from '@synchrony/report-parsers';
import { fullKeyOf } from '../worker/inventoryRows';

/** A package as somebody looks for it. */
export type PackageQuery =
  | { kind: 'identity'; identity: PackageIdentity }
  /** A name alone, or one with its namespace, of any ecosystem. */
  | { kind: 'name'; key: string };

/** A package URL, `group:name`, `@scope/name` or a name. */
export function parsePackageQuery(text: string): PackageQuery | undefined {
  if (/^pkg:/i.test(text)) {
    const parts = parsePackageUrl(text);
    return parts && { kind: 'identity', identity: canonicalPackage(parts) };
  }
  const key = text.trim().toLowerCase().replace(/:/g, '/');
  return key ? { kind: 'name', key } : undefined;
}

/** Whether a package is the one that is looked for. */
export function isLookedFor(
  query: PackageQuery,
  identity: PackageIdentity,
): boolean {
  if (query.kind === 'name') {
    return (
      identity.name.toLowerCase() === query.key ||
      fullKeyOf(identity) === query.key
    );
  }
  const { name, namespace, type } = query.identity;
  return (
    identity.type === type &&
    identity.namespace === namespace &&
    identity.name === name
  );
}

/** How findings may write the name of what is looked for. */
export function namesOf(text: string, query: PackageQuery): string[] {
  if (query.kind === 'name') {
    return [text, text.replace(':', '/'), text.replace('/', ':')];
  }
  const { name, namespace } = query.identity;
  return [
    packageDisplayName(query.identity),
    `${namespace}/${name}`,
    `${namespace}:${name}`,
    name,
  ];
}
