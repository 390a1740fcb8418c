import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
} from '../../shared/json';
import { toRepositoryPath } from '../../shared/paths';
import { NAME_LENGTH, cut } from '../../shared/text';

/** A Kubernetes resource that was checked. */
export interface KubescapeResource {
  /** Namespace, kind and name. */
  name?: string;
  /** The file that declares it, where files were scanned. */
  path?: string;
}

function join(parts: ReadonlyArray<string | undefined>): string | undefined {
  const name = parts.filter(Boolean).join('/');
  return name ? cut(name, NAME_LENGTH) : undefined;
}

/** Ids are `api group and version/namespace/kind/name`, of files with `path=<hash>/` before. */
function nameOfId(id: string): string | undefined {
  const [name, kind, namespace] = cut(id, NAME_LENGTH).split('/').reverse();
  return join([namespace, kind, name]);
}

function toResource(entry: JsonObject): KubescapeResource {
  const object = asObject(entry.object ?? entry.rawResource);
  const metadata = asObject(object.metadata);
  const source = asObject(entry.source);
  const kind = asText(object.kind);
  const path = asText(source.relativePath);
  return {
    name: kind
      ? join([
          asText(metadata.namespace) ?? asText(object.namespace),
          kind,
          asText(metadata.name) ?? asText(object.name),
        ])
      : nameOfId(asText(entry.resourceID) ?? ''),
    path: path && toRepositoryPath(cut(path, NAME_LENGTH)),
  };
}

/** The resources of a report by their id. */
export function resourcesOf(
  report: JsonObject,
): ReadonlyMap<string, KubescapeResource> {
  const resources = new Map<string, KubescapeResource>();
  for (const entry of asList(report.resources)) {
    const id = isObject(entry) ? asText(entry.resourceID) : undefined;
    if (isObject(entry) && id) resources.set(id, toResource(entry));
  }
  return resources;
}

/** What an entry of `results` is about. */
export function resourceOf(
  result: JsonObject,
  resources: ReadonlyMap<string, KubescapeResource>,
): KubescapeResource {
  const known = resources.get(asText(result.resourceID) ?? '');
  return known ?? toResource(result);
}
