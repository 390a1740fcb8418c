import { ParsedComponent } from '../../types';
import { toScore } from '../../shared/severity';

/** How the Dependency-Check plugin words its issues; parts are set apart by `|`. */
export interface DependencyIssue {
  component?: ParsedComponent;
  score?: number;
}

/** "name:1.2.3" is a package; a file name is no name to take a version from. */
function componentOf(file: string): ParsedComponent {
  const colon = file.lastIndexOf(':');
  return colon > 0 && /^\d/.test(file.slice(colon + 1))
    ? { name: file.slice(0, colon), version: file.slice(colon + 1) }
    : { name: file };
}

/** What a message of the Dependency-Check plugin says; undefined for any other rule. */
export function dependencyIssueOf(
  rule: string,
  message: string,
): DependencyIssue | undefined {
  if (!/UsingComponentWithKnownVulnerability$/.test(rule)) return undefined;
  const parts = message.split('|').map(part => part.trim());
  const valueOf = (label: RegExp) =>
    parts
      .find(part => label.test(part))
      ?.replace(label, '')
      .trim();
  const file = valueOf(/^Filename:/i);
  return {
    component: file ? componentOf(file) : undefined,
    score: toScore(valueOf(/^(?:Highest )?CVSS Score:/i)),
  };
}
