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

/** Whether a URI is a relative path that means itself: nothing encoded, no scheme, no dots to resolve. */
function isPlain(uri: string): boolean {
  const first = uri.charCodeAt(0);
  if (first === 0x2e || first === 0x2f || first <= 0x20) return false;
  for (let index = 0; index < uri.length; index += 1) {
    const code = uri.charCodeAt(index);
    if (code === 0x25 || code === 0x3a || code === 0x5c) return false;
    if (code === 0x2f) {
      const next = uri.charCodeAt(index + 1);
      if (next === 0x2e || next === 0x2f) return false;
    }
  }
  return uri.charCodeAt(uri.length - 1) > 0x20;
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
  readonly #prefixes = new Map<string, string | undefined>();

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
    const startLine = asPosition(region.startLine);
    const snippet =
      asText(asObject(region.snippet).text) ??
      asText(asObject(asObject(physical.contextRegion).snippet).text);
    return {
      path: place?.path,
      startLine,
      endLine: startLine && asPosition(region.endLine),
      startColumn: startLine && asPosition(region.startColumn),
      url: place?.url,
      logicalName,
      snippet: snippet && cut(snippet, SNIPPET_LENGTH),
    };
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
    const prefix = isPlain(uri) ? this.#prefixOf(base) : undefined;
    return prefix === undefined
      ? this.#resolve(uri, base)
      : { path: prefix === '' ? uri : prefix + uri };
  }

  /** What stands before plain relative paths of a base in the repository; undefined when each path has to be looked at. */
  #prefixOf(base: string | undefined): string | undefined {
    const key = base ?? '';
    if (!this.#prefixes.has(key)) {
      const sample = this.#resolve('x', base).path ?? '';
      this.#prefixes.set(
        key,
        /^(?:\/|[A-Za-z]:)/.test(sample) ? undefined : sample.slice(0, -1),
      );
    }
    return this.#prefixes.get(key);
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
