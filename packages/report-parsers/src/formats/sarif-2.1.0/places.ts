import { ParsedLocation } from '../../types';
import {
  JsonObject,
  asIndex,
  asList,
  asObject,
  asPosition,
  asText,
  isObject,
} from '../../shared/json';
import { toLink } from '../../shared/links';
import {
  normalisePath,
  stripCheckout,
  toRepositoryPath,
} from '../../shared/paths';
import { cut } from '../../shared/text';

const SNIPPET_LENGTH = 1_000;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]+):/;

type Place = Pick<ParsedLocation, 'path' | 'url'>;

function decode(uri: string): string {
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    // Not encoded at all: a file with a percent sign in its name.
    return uri;
  }
}

/** `file:///C:/x` and `file://host/x` as the path that they name; undefined for other schemes. */
function filePath(uri: string): string | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  const path = decode(uri.slice(5)).replace(/^\/\/(?:localhost)?(?=\/)/i, '');
  return normalisePath(path.replace(/^\/(?=[A-Za-z]:\/)/, ''));
}

/** Absolute directories with a slash at the end, shortest first; the root of the file system is none. */
function directories(paths: ReadonlyArray<string | undefined>): string[] {
  return paths
    .filter(path => path !== undefined)
    .map(path => `${normalisePath(path).replace(/\/+$/, '')}/`)
    .filter(path => /^(?:\/|[A-Za-z]:\/)[^/]/.test(path))
    .sort((one, other) => one.length - other.length);
}

/** Finds the places of results: artifacts by index, base URIs, logical locations (SARIF 2.1.0 §3.4, §3.28). */
export class Places {
  readonly #artifacts: readonly unknown[];
  readonly #logical: readonly unknown[];
  readonly #bases: JsonObject;
  readonly #repositories: string[];
  readonly #roots: string[];
  readonly #known = new Map<string, Map<string, Place>>();

  constructor(run: JsonObject) {
    this.#artifacts = asList(run.artifacts);
    this.#logical = asList(run.logicalLocations);
    this.#bases = asObject(run.originalUriBaseIds);
    this.#repositories = this.#findRepositories(run);
    this.#roots = this.#findRoots(run);
  }

  /** A location of a result; undefined when it says nothing of where. */
  read(value: unknown): ParsedLocation | undefined {
    const location = asObject(value);
    const physical = asObject(location.physicalLocation);
    const place = this.artifact(physical.artifactLocation);
    const region = asObject(physical.region);
    const logicalName = this.#logicalName(location);
    if (!place && !logicalName) return undefined;
    const parsed: ParsedLocation = {};
    if (place?.path !== undefined) parsed.path = place.path;
    if (place?.url !== undefined) parsed.url = place.url;
    const startLine = asPosition(region.startLine);
    if (startLine !== undefined) {
      parsed.startLine = startLine;
      const endLine = asPosition(region.endLine);
      if (endLine !== undefined) parsed.endLine = endLine;
      const startColumn = asPosition(region.startColumn);
      if (startColumn !== undefined) parsed.startColumn = startColumn;
    }
    if (logicalName) parsed.logicalName = logicalName;
    const snippet =
      asText(asObject(region.snippet).text) ??
      asText(asObject(asObject(physical.contextRegion).snippet).text);
    if (snippet) parsed.snippet = cut(snippet, SNIPPET_LENGTH);
    return parsed;
  }

  /** Where an artifactLocation points; undefined when it doesn't say. */
  artifact(value: unknown): Place | undefined {
    if (!isObject(value)) return undefined;
    let uri = asText(value.uri);
    let base = asText(value.uriBaseId);
    if (uri === undefined) {
      const index = asIndex(value.index);
      if (index === undefined) return undefined;
      const indexed = asObject(asObject(this.#artifacts[index]).location);
      uri = asText(indexed.uri);
      base ??= asText(indexed.uriBaseId);
      if (uri === undefined) return undefined;
    }
    const baseKey = base ?? '';
    let places = this.#known.get(baseKey);
    if (!places) {
      places = new Map();
      this.#known.set(baseKey, places);
    }
    let place = places.get(uri);
    if (!place) {
      place = this.#resolve(uri, base);
      places.set(uri, place);
    }
    return place;
  }

  #resolve(uri: string, base: string | undefined): Place {
    const scheme = SCHEME.exec(uri)?.[1].toLowerCase();
    if (scheme === 'http' || scheme === 'https') {
      const url = toLink(uri);
      return url ? { url } : { path: uri };
    }
    const file = filePath(uri);
    if (file !== undefined) {
      return { path: this.#relative(file) };
    }
    // Another scheme isn't a file, and a drive letter isn't a scheme: both are shown as they are.
    if (scheme !== undefined) return { path: decode(uri) };
    const path = decode(uri);
    if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) {
      return { path: toRepositoryPath(path, this.#roots) };
    }
    const prefix = this.#baseOf(base, 0);
    if (prefix === undefined) return { path: toRepositoryPath(path) };
    const joined = normalisePath(
      `${prefix}${prefix === '' || prefix.endsWith('/') ? '' : '/'}${path}`,
    );
    const isAbsolute = joined.startsWith('/') || /^[A-Za-z]:\//.test(joined);
    if (!isAbsolute) return { path: joined };
    const relative = this.#relative(joined);
    return { path: relative === joined ? normalisePath(path) : relative };
  }

  /** An absolute path as one in the repository, if it is known to lie there. */
  #relative(path: string): string {
    for (const root of this.#repositories) {
      if (path.startsWith(root) && path.length > root.length) {
        return path.slice(root.length);
      }
    }
    return stripCheckout(path, this.#roots);
  }

  /** The path of a base URI; undefined when only the reader would know it. */
  #baseOf(id: string | undefined, depth: number): string | undefined {
    // A chain of bases that leads back to itself ends somewhere.
    if (id === undefined || depth > 16 || !Object.hasOwn(this.#bases, id)) {
      return undefined;
    }
    const location = asObject(this.#bases[id]);
    const uri = asText(location.uri);
    if (uri === undefined) return undefined;
    const file = filePath(uri);
    if (file !== undefined) return file;
    if (SCHEME.test(uri)) return undefined;
    const parent = this.#baseOf(asText(location.uriBaseId), depth + 1);
    const path = decode(uri);
    if (path.startsWith('/') || parent === undefined || parent === '') {
      return path;
    }
    return `${parent}${parent.endsWith('/') ? '' : '/'}${path}`;
  }

  /** Where version control says that the repository is. */
  #findRepositories(run: JsonObject): string[] {
    return directories(
      asList(run.versionControlProvenance).map(details => {
        const location = asObject(asObject(details).mappedTo);
        const uri = asText(location.uri);
        return uri === undefined
          ? this.#baseOf(asText(location.uriBaseId), 0)
          : filePath(uri);
      }),
    );
  }

  /** Other directories that the report names, outermost first. */
  #findRoots(run: JsonObject): string[] {
    return directories([
      ...Object.keys(this.#bases).map(id => this.#baseOf(id, 0)),
      ...asList(run.invocations).map(invocation =>
        filePath(
          asText(asObject(asObject(invocation).workingDirectory).uri) ?? '',
        ),
      ),
    ]);
  }

  #logicalName(location: JsonObject): string | undefined {
    for (const entry of asList(location.logicalLocations)) {
      let logical = asObject(entry);
      let name =
        asText(logical.fullyQualifiedName) ??
        asText(logical.decoratedName) ??
        asText(logical.name);
      const index = asIndex(logical.index);
      if (!name && index !== undefined) {
        logical = asObject(this.#logical[index]);
        name = asText(logical.fullyQualifiedName) ?? asText(logical.name);
      }
      if (name) return cut(name, SNIPPET_LENGTH);
    }
    return undefined;
  }
}
