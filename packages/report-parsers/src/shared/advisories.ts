const ADVISORY =
  /\b(?:CVE-\d{4}-\d{4,19}|GHSA(?:-[0-9a-z]{4}){3}|(?:RUSTSEC|PYSEC|OSV|BIT|MAL|GO|DSA|DLA|USN|RHSA|ELSA|ALAS\d?|CGA)-[0-9]{4}-[0-9A-Za-z]{1,12}(?:-\d+)?|SNYK-[A-Z0-9]+-[A-Z0-9]+-\d+|BDSA-\d{4}-\d{3,8})\b/gi;

/** CVE, GHSA and other advisory ids in some texts: upper case, each once, in order. */
export function advisoryIdsIn(
  ...texts: ReadonlyArray<string | undefined>
): string[] {
  const ids = new Set<string>();
  for (const text of texts) {
    // Every id has a hyphen and a digit: most texts are told by the first test.
    if (!text || !text.includes('-')) continue;
    for (const [id] of text.matchAll(ADVISORY)) ids.add(id.toUpperCase());
  }
  return [...ids];
}
