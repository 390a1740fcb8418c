import { toPurl } from './purls';

const DEB = new Set(['debian', 'ubuntu']);
const APK = new Set(['alpine', 'wolfi', 'chainguard']);
const RPM = new Set([
  'amzn',
  'amazon',
  'centos',
  'fedora',
  'oracle',
  'ol',
  'redhat',
  'rhel',
  'rocky',
  'almalinux',
  'sles',
  'opensuse',
]);

/** A package URL of a package as its ecosystem names it: `@scope/name`, `group:name`, `host/path/name`. */
export function purlOfPackage(
  type: string,
  name: string,
  version: string | undefined,
): string | undefined {
  const split = type === 'maven' ? name.indexOf(':') : name.lastIndexOf('/');
  return split > 0
    ? toPurl(type, name.slice(0, split), name.slice(split + 1), version)
    : toPurl(type, undefined, name, version);
}

/** A package URL of a system's package, where the system is written as `debian:11` or `alpine:v3.9`. */
export function purlOfSystemPackage(
  system: string | undefined,
  name: string,
  version: string | undefined,
): string | undefined {
  const distribution = system?.split(':')[0].trim().toLowerCase();
  if (!distribution) return undefined;
  if (DEB.has(distribution)) return toPurl('deb', distribution, name, version);
  if (APK.has(distribution)) return toPurl('apk', distribution, name, version);
  if (RPM.has(distribution)) return toPurl('rpm', distribution, name, version);
  return undefined;
}
