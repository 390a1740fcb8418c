/** Where an advisory is described; undefined for an identifier of another kind. */
export function advisoryLink(id: string): string | undefined {
  if (/^CVE-\d{4}-\d{4,}$/i.test(id)) {
    return `https://nvd.nist.gov/vuln/detail/${id.toUpperCase()}`;
  }
  if (/^GHSA(-[0-9a-z]{4}){3}$/i.test(id)) {
    return `https://github.com/advisories/${id}`;
  }
  return undefined;
}

/** Where a weakness is described. */
export function cweLink(cwe: number): string {
  return `https://cwe.mitre.org/data/definitions/${cwe}.html`;
}
