/**
 * The name of a source in rules, e.g. `openssf_scorecard`: the rule language
 * reads a hyphen as minus.
 */
export function ruleNameOf(source: string): string {
  return source.replaceAll('-', '_');
}

/** The source that a fact is of, by its path in rules. */
export function sourceNameOf(path: string): string {
  return path.split('.')[0];
}
