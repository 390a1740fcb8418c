import { ParsedComponent } from '../../types';
import { JsonObject, asList, asObject, asText } from '../../shared/json';
import { componentOfPurl } from '../../shared/purls';
import { SarifRule } from './rules';

type Reader = (message: string) => ParsedComponent | undefined;

function splitVersions(list: string | undefined): string[] | undefined {
  if (list === undefined) return undefined;
  return list
    .split(',')
    .map(version => version.trim())
    .filter(version => version !== '');
}

/** How the tools word a result about a package; SARIF has no field for one. */
const MESSAGES: readonly Reader[] = [
  // Trivy
  message => {
    const match = /^Package: (\S[^\n]*)\n *Installed Version: ([^\n]*)\n/.exec(
      message,
    );
    if (!match) return undefined;
    const fixed = /\n *Fixed Version: ([^\n]*)/.exec(message)?.[1];
    return {
      name: match[1].trim(),
      version: match[2].trim() || undefined,
      fixedVersions: splitVersions(fixed),
    };
  },
  // Grype
  message => {
    const match =
      /vulnerability in \S+ package: (\S+), version (\S+) was found/.exec(
        message,
      ) ?? /reports (\S+) at version (\S+) /.exec(message);
    return match ? { name: match[1], version: match[2] } : undefined;
  },
  // OSV-Scanner
  message => {
    const match = /^Package '(.+?)@([^@']+)' is vulnerable/.exec(message);
    return match ? { name: match[1], version: match[2] } : undefined;
  },
  // Checkov
  message => {
    const match = /^(?:CVE-\S+|GHSA-\S+) - (\S+): (\S+)$/.exec(message);
    return match ? { name: match[1], version: match[2] } : undefined;
  },
];

function purlIn(properties: JsonObject): ParsedComponent | undefined {
  for (const value of [
    properties.purl,
    properties.packageUrl,
    properties.packageURL,
    asList(properties.purls)[0],
  ]) {
    const component = componentOfPurl(asText(value));
    if (component) return component;
  }
  return undefined;
}

function logicalComponent(result: JsonObject): ParsedComponent | undefined {
  for (const location of asList(result.locations)) {
    for (const entry of asList(asObject(location).logicalLocations)) {
      const name = asText(asObject(entry).fullyQualifiedName);
      if (!name) continue;
      const component = componentOfPurl(name);
      if (component) return component;
      // Snyk Open Source: lodash@4.17.15, @scope/name@1.0.0
      const match = /^(@?[^@\s:]+(?::[^@\s]+)?)@([^@\s:]+)$/.exec(name);
      if (match && !match[2].startsWith('sha256')) {
        return { name: match[1], version: match[2] };
      }
    }
  }
  return undefined;
}

/** The package that a result of a dependency or image scanner is about. */
export function componentOf(
  result: JsonObject,
  rule: SarifRule | undefined,
  message: string,
): ParsedComponent | undefined {
  const own = purlIn(asObject(result.properties)) ?? logicalComponent(result);
  if (own) return own;
  for (const read of MESSAGES) {
    const component = read(message);
    if (component) return component;
  }
  return rule && purlIn(rule.properties);
}
