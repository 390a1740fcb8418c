/** What somebody looks for on the day of an advisory. */
export type InventorySearch =
  | { kind: 'advisory'; id: string }
  | { kind: 'package'; package: string; version?: string };

/** `CVE-2021-44228`, `GHSA-jfh8-c2jp-5v3q`, and ids of other issuers built like these. */
const ADVISORY_ID = /^(?:[a-z]+-\d{4}-\d{3,}|GHSA(?:-[a-z0-9]{4}){3})$/i;
const PACKAGE_URL = /^(pkg:[^\s<>]+)\s*([<>=].*)?$/i;
const NAME_WITH_RANGE = /^([^<>=]+?)\s*([<>=].*)$/;

/** An id of an advisory, a package URL, a name, or either with a range of versions. */
export function parseSearch(text: string): InventorySearch | undefined {
  const search = text.trim();
  if (search === '') {
    return undefined;
  }
  if (ADVISORY_ID.test(search)) {
    return { kind: 'advisory', id: search };
  }
  const [, url, urlRange] = PACKAGE_URL.exec(search) ?? [];
  if (url) {
    const range = urlRange ? rangeOf(urlRange) : versionOf(url);
    return { kind: 'package', package: url, ...(range && { version: range }) };
  }
  const [, name, range] = NAME_WITH_RANGE.exec(search) ?? [];
  return name
    ? { kind: 'package', package: name, version: rangeOf(range) }
    : { kind: 'package', package: search };
}

/** `< 2.17` and `<2.17` are the same to people. */
function rangeOf(text: string): string {
  return text.trim().replace(/([<>=])\s+(?=[^\s<>=])/g, '$1');
}

/** A package URL with a version means this version and no other. */
function versionOf(url: string): string | undefined {
  const [, version] = /[^/]@([^@?#/]+)(?:[?#].*)?$/.exec(url) ?? [];
  return version && `=${decodeVersion(version)}`;
}

function decodeVersion(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
