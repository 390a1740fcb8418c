import { VersionAnswer } from '@synchrony/backstage-plugin-ingestion-common';
import { PackageIdentity } from '@synchrony/report-parsers';
import { compareVersions } from '../versions';
import { packageKey } from '../worker/inventoryRows';

interface KnownPackage {
  identity: PackageIdentity;
  affected: Set<string>;
  fixed: Set<string>;
}

/**
 * What findings say about the versions that an advisory concerns. Where it
 * began is known to nobody here, so only the versions that a scanner named are
 * affected for sure, and only those from the last fix on are not.
 */
export class KnownVersions {
  readonly #packages = new Map<string, KnownPackage>();

  get identities(): PackageIdentity[] {
    return [...this.#packages.values()].map(({ identity }) => identity);
  }

  add(
    { name, namespace, type }: PackageIdentity,
    version: string | undefined,
    fixedVersions: string[],
  ): void {
    const identity = { type, namespace, name };
    const key = packageKey(identity);
    const known = this.#packages.get(key) ?? {
      identity,
      affected: new Set<string>(),
      fixed: new Set<string>(),
    };
    this.#packages.set(key, known);
    if (version) {
      known.affected.add(version);
    }
    for (const fixed of fixedVersions) {
      known.fixed.add(fixed);
    }
  }

  judge(identity: PackageIdentity, version: string): VersionAnswer {
    const known = this.#packages.get(packageKey(identity));
    if (!known || version === '') {
      return 'unknown';
    }
    const isSame = (other: string) =>
      compareVersions(identity.type, version, other) === 0;
    if ([...known.affected].some(isSame)) {
      return 'in';
    }
    const isAfter = (other: string) => {
      const order = compareVersions(identity.type, version, other);
      return order !== undefined && order >= 0;
    };
    const fixed = [...known.fixed];
    return fixed.length > 0 && fixed.every(isAfter) ? 'out' : 'unknown';
  }
}
