import { ParsedFinding } from '@synchrony/report-parsers';

const CVE = /^CVE-\d{4}-\d{4,}$/;

/**
 * A path without what changes between two scans of the same code: a leading
 * `./`, drive letters, backslashes.
 */
export function normalisePath(path: string): string {
  return path
    .replace(/\\/g, '/')
    .replace(/^[A-Za-z]:\//, '/')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\/{2,}/g, '/');
}

/** A URL without credentials, query values and fragment. */
export function normaliseUrl(text: string): string {
  if (!URL.canParse(text)) {
    return text;
  }
  const url = new URL(text);
  const names = [...new Set(url.searchParams.keys())].sort();
  return `${url.protocol}//${url.host}${url.pathname}?${names.join('&')}`;
}

/** The package URL without version, qualifiers and subpath, lower-cased. */
export function packageIdentity(
  component: NonNullable<ParsedFinding['component']>,
): string {
  if (!component.purl) {
    return component.name.toLocaleLowerCase('en-US');
  }
  const [base] = component.purl.split(/[?#]/, 1);
  const at = base.lastIndexOf('@');
  // An @ before the last slash belongs to a namespace such as `@scope`.
  const versionless = at > base.lastIndexOf('/') ? base.slice(0, at) : base;
  return versionless.toLocaleLowerCase('en-US');
}

/**
 * One name for an advisory that tools know by different ids: its CVE when it
 * has exactly one. With several there is no telling which is meant, so the
 * rule id stays.
 */
export function advisoryIdentity(finding: ParsedFinding): string {
  const ruleId = finding.ruleId.toLocaleUpperCase('en-US');
  if (CVE.test(ruleId)) {
    return ruleId;
  }
  const cves = finding.advisoryIds.filter(id => CVE.test(id));
  return cves.length === 1 ? cves[0] : ruleId;
}

/**
 * Code without what formatting changes: white space, the choice of quotes,
 * commas before a closing bracket, semicolons at the end of a line.
 */
export function normaliseSnippet(snippet: string): string {
  return snippet
    .replace(/;[ \t]*(?=[\r\n]|$)/g, '')
    .replace(/\s+/g, '')
    .replace(/['`]/g, '"')
    .replace(/,(?=[)\]}])/g, '');
}
