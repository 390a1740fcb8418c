import { ParsedInventoryComponent } from '../types';
import { cut } from './text';

/**
 * What a package is, whatever its version.
 *
 * @public
 */
export type PackageIdentity = Pick<
  ParsedInventoryComponent,
  'type' | 'namespace' | 'name'
>;

/**
 * A package URL in its parts, decoded, with the name as it is written.
 *
 * @public
 */
export interface PackageUrlParts extends PackageIdentity {
  version?: string;
  epoch?: string;
}

/** No name or version of any ecosystem is longer. */
const LONGEST = 300;

/** Types of which the specification says that case does not matter in all of the name. */
const LOWER_CASE = new Set([
  'alpm',
  'apk',
  'bitbucket',
  'composer',
  'deb',
  'github',
  'githubactions',
  'gitlab',
  'golang',
  'hex',
  'npm',
  'nuget',
  'oci',
  'pub',
  'pypi',
]);

/** Types of which only the namespace, the vendor, is of no case. */
const LOWER_CASE_NAMESPACE = new Set(['qpkg', 'rpm']);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function clean(text: string): string {
  return cut(text.replace(/\p{Cc}/gu, '').trim(), LONGEST);
}

/** `@`, where the version begins, is not the one of a scope. */
function splitVersion(path: string): [path: string, version?: string] {
  const at = path.lastIndexOf('@');
  return at > path.lastIndexOf('/') + 1 || (at > 0 && path[at - 1] !== '/')
    ? [path.slice(0, at), path.slice(at + 1)]
    : [path];
}

/**
 * The parts of a package URL; undefined for what is none. Lenient: what tools
 * write counts, also where the specification would refuse it.
 *
 * @public
 */
export function parsePackageUrl(purl: string): PackageUrlParts | undefined {
  const text = purl.trim();
  const match = /^pkg:\/*([A-Za-z][A-Za-z0-9.+-]*)\/([^?#]+)/i.exec(
    text.slice(0, 4_000),
  );
  if (!match) return undefined;
  const [path, version] = splitVersion(match[2]);
  const segments = path.split('/').filter(Boolean).map(decode);
  const name = clean(segments.at(-1) ?? '');
  if (!name) return undefined;
  const epoch = /[?&]epoch=(\d{1,9})(?:[&#]|$)/.exec(text)?.[1];
  return {
    type: match[1].toLowerCase(),
    namespace: clean(segments.slice(0, -1).join('/')),
    name,
    version: version ? clean(decode(version)) || undefined : undefined,
    epoch,
  };
}

/**
 * The form in which two ways of writing the name of a package are equal, by the
 * rules of its type (https://github.com/package-url/purl-spec, PEP 503).
 *
 * @public
 */
export function canonicalPackage(identity: PackageIdentity): PackageIdentity {
  const { type } = identity;
  let { name, namespace } = identity;
  if (LOWER_CASE.has(type)) {
    name = name.toLowerCase();
    namespace = namespace.toLowerCase();
  } else if (LOWER_CASE_NAMESPACE.has(type)) {
    namespace = namespace.toLowerCase();
  }
  if (type === 'pypi') name = name.replace(/[-_.]+/g, '-');
  if (type === 'pub') name = name.replaceAll('-', '_');
  return { type, namespace, name };
}

/**
 * The name of a package as its ecosystem writes it.
 *
 * @public
 */
export function packageDisplayName(identity: PackageIdentity): string {
  const { name, namespace, type } = identity;
  if (!namespace) return name;
  return type === 'maven' ? `${namespace}:${name}` : `${namespace}/${name}`;
}

function versionOf(
  version: string | undefined,
  parts: PackageUrlParts | undefined,
): string | undefined {
  const text = clean(version ?? '') || parts?.version;
  const needsEpoch =
    text &&
    parts?.type === 'rpm' &&
    parts.epoch !== undefined &&
    parts.epoch !== '0' &&
    !text.includes(':');
  return needsEpoch ? `${parts.epoch}:${text}` : text;
}

/**
 * Package and version of a component of an SBOM; undefined when it has no name.
 * The package URL tells where there is one, since other names are written in
 * many ways.
 */
export function identifyComponent(component: {
  purl?: string;
  group?: string;
  name?: string;
  version?: string;
}):
  | Pick<
      ParsedInventoryComponent,
      'type' | 'namespace' | 'name' | 'displayName' | 'version'
    >
  | undefined {
  const parts = component.purl ? parsePackageUrl(component.purl) : undefined;
  const written: PackageIdentity = parts ?? {
    type: '',
    namespace: clean(component.group ?? ''),
    name: clean(component.name ?? ''),
  };
  if (!written.name) return undefined;
  return {
    ...canonicalPackage(written),
    displayName: packageDisplayName(written),
    version: versionOf(component.version, parts),
  };
}
