import { ParsedFinding } from '@synchrony/report-parsers';
import { HashMemo, shortHash } from './hash';
import { normalisePath, normaliseUrl } from './normalise';
import { stablePath } from './stablePath';

/** Where a finding is, as {@link Identity} has it. */
export interface Place {
  place: string;
  name: string;
}

const NOWHERE: Place = { place: '', name: '' };

/**
 * Hashes of the places of a report. A path stands without what builds make up
 * anew, unless that would give two files of the report one name.
 */
export class Places {
  readonly #hashes: HashMemo;
  readonly #paths = new Map<string, Place>();

  constructor(findings: readonly ParsedFinding[], hashes: HashMemo) {
    this.#hashes = hashes;
    const plainOf = new Map<string, string>();
    const ambiguous = new Set<string>();
    const seen = new Map<string, string>();
    for (const finding of findings) {
      const path = this.#pathOf(finding);
      if (path !== undefined && !seen.has(path)) {
        const plain = normalisePath(path);
        const stable = stablePath(plain);
        seen.set(path, stable);
        if ((plainOf.get(stable) ?? plain) !== plain) {
          ambiguous.add(stable);
        }
        plainOf.set(stable, plain);
      }
    }
    for (const [path, stable] of seen) {
      this.#paths.set(
        path,
        this.#toPlace(ambiguous.has(stable) ? normalisePath(path) : stable),
      );
    }
  }

  get(finding: ParsedFinding): Place {
    const [main] = finding.locations;
    if (!main) {
      return NOWHERE;
    }
    if (main.url) {
      const place = [
        normaliseUrl(main.url),
        (main.method ?? '').toLocaleUpperCase('en-US'),
        main.parameter ?? '',
      ].join(' ');
      return { place: this.#hashes.short(place), name: '' };
    }
    const path = this.#pathOf(finding);
    if (path !== undefined) {
      return (
        this.#paths.get(path) ?? this.#toPlace(stablePath(normalisePath(path)))
      );
    }
    return main.logicalName
      ? { place: this.#hashes.short(main.logicalName), name: '' }
      : NOWHERE;
  }

  /** The path of the main place; the version of a package is no part of where it is. */
  #pathOf({ locations, component }: ParsedFinding): string | undefined {
    const [main] = locations;
    if (!main?.path || main.url) {
      return undefined;
    }
    const version = component?.version;
    return version && version.length > 2 && main.path.includes(version)
      ? main.path.replaceAll(version, '*')
      : main.path;
  }

  #toPlace(path: string): Place {
    if (path === '') {
      return NOWHERE;
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    return {
      place: shortHash(path),
      name: this.#hashes.short('name', name).slice(0, 5),
    };
  }
}
