const CVE = /^CVE-\d{4}-\d{4,}$/;

/** What a rule says of itself. */
export interface RuleNames {
  ruleId: string;
  advisoryIds: readonly string[];
}

/**
 * Whether findings of a rule are about an advisory and nothing else. A rule
 * that stands for several CVEs is about none of them alone: a waiver of one
 * must not hide the others.
 */
export function isAboutAdvisory(
  { advisoryIds, ruleId }: RuleNames,
  advisoryId: string,
): boolean {
  const wanted = upper(advisoryId);
  const aliases = new Set(advisoryIds.map(upper));
  const cves = [...aliases].filter(id => CVE.test(id));
  return upper(ruleId) === wanted || (aliases.has(wanted) && cves.length <= 1);
}

function upper(text: string): string {
  return text.toLocaleUpperCase('en-US');
}
