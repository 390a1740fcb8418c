import { FindingType, ParsedComponent, ParsedLocation } from '../../types';
import { imageWithoutVersion } from '../../shared/images';
import {
  JsonObject,
  asList,
  asObject,
  asPosition,
  asText,
} from '../../shared/json';
import { purlInEcosystem } from '../../shared/packagePurls';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { NAME_LENGTH, cut } from '../../shared/text';

const SNIPPET_LENGTH = 1_000;

/** Package managers by the path of their file, from `dependency_files`. */
export function packageManagersOf(
  report: JsonObject,
): ReadonlyMap<string, string> {
  const managers = new Map<string, string>();
  for (const value of asList(report.dependency_files)) {
    const file = asObject(value);
    const path = asText(file.path);
    const manager = asText(file.package_manager);
    if (path && manager) managers.set(path, manager);
  }
  return managers;
}

/** "debian:9.4" and "Debian GNU/Linux 12" are debian. */
function systemOf(location: JsonObject): string | undefined {
  return /^[a-z]+/.exec(
    asText(location.operating_system)?.trim().toLowerCase() ?? '',
  )?.[0];
}

/** The versions that a solution in GitLab's own words names. */
function fixedVersionsOf(solution: string | undefined): string[] | undefined {
  const match =
    solution &&
    (/^Upgrade to versions? ([^\n]{1,300}?) or (?:above|later)/i.exec(
      solution,
    ) ??
      /^Upgrade \S+ (?:from \S+ )?to (\S+)$/i.exec(solution.trim()));
  return match
    ? match[1]
        .split(/,\s*|\s+or\s+|\s+and\s+/)
        .map(version => version.trim())
        .filter(version => /^v?\d/.test(version))
    : undefined;
}

/** The component of a dependency or container finding. */
export function componentOf(
  vulnerability: JsonObject,
  managers: ReadonlyMap<string, string>,
): ParsedComponent | undefined {
  const location = asObject(vulnerability.location);
  const dependency = asObject(location.dependency);
  const name = asText(asObject(dependency.package).name);
  if (!name) return undefined;
  const version = asText(dependency.version);
  const file = asText(location.file);
  const ecosystem = systemOf(location) ?? (file && managers.get(file));
  return {
    name,
    version,
    purl: purlInEcosystem(ecosystem, name, version),
    fixedVersions: fixedVersionsOf(asText(vulnerability.solution)),
  };
}

/** Host and path; `hostname` has the scheme, and mostly the port. */
function urlOf(location: JsonObject, request: JsonObject): string | undefined {
  const host = asText(location.hostname)?.trim().replace(/\/+$/, '');
  const path = asText(location.path)?.trim() ?? '';
  if (!host) return asText(request.url) ?? (path || undefined);
  return `${host}${path === '' || path.startsWith('/') ? '' : '/'}${path}`;
}

function webPlace(vulnerability: JsonObject): ParsedLocation {
  const location = asObject(vulnerability.location);
  const evidence = asObject(vulnerability.evidence);
  const request = asObject(evidence.request);
  const summary = asText(evidence.summary);
  return {
    url: urlOf(location, request),
    method: asText(location.method) ?? asText(request.method),
    parameter: asText(location.param),
    snippet: summary && redactSecrets(cut(summary, SNIPPET_LENGTH)),
  };
}

/** An image has no file; its name without the tag stays the same from build to build. */
function imagePlace(location: JsonObject): ParsedLocation {
  const resource = asObject(location.kubernetes_resource);
  const workload = [
    resource.namespace,
    resource.kind,
    resource.name,
    resource.container_name,
  ]
    .map(asText)
    .filter(Boolean)
    .join('/');
  const image = asText(location.image);
  return {
    path: asText(location.file),
    logicalName: workload || (image && imageWithoutVersion(image)),
  };
}

function codePlace(
  vulnerability: JsonObject,
  hidesCode: boolean,
): ParsedLocation {
  const location = asObject(vulnerability.location);
  const file = asText(location.file);
  const code = asText(vulnerability.raw_source_code_extract);
  const name = [location.class, location.method].map(asText).filter(Boolean);
  const startLine = asPosition(location.start_line);
  return {
    path: file && toRepositoryPath(cut(file, NAME_LENGTH)),
    startLine,
    endLine: startLine && asPosition(location.end_line),
    logicalName: name.join('.') || undefined,
    snippet: code && !hidesCode ? cut(code, SNIPPET_LENGTH) : undefined,
  };
}

/** Where a vulnerability is, by the kind of its finding; its code may be one that must not be kept. */
export function placeOf(
  vulnerability: JsonObject,
  type: FindingType,
  hidesCode: boolean,
): ParsedLocation {
  if (type === 'dast') return webPlace(vulnerability);
  if (type === 'container') return imagePlace(asObject(vulnerability.location));
  return codePlace(vulnerability, hidesCode);
}
