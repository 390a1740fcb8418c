import { ParsedFinding } from '@synchrony/report-parsers';
import { encodeIdentity, Identifier } from './identify';
import { IdentifiedFinding } from './types';

/**
 * Gives each finding of a run its identity and drops what is in the report
 * twice. Two findings are the same only when they agree in everything that
 * identity knows, so two places or versions stay two findings.
 *
 * Of duplicates the worst stays, whatever their order.
 */
export function collapse(
  toolName: string,
  findings: ParsedFinding[],
): IdentifiedFinding[] {
  const byIdentity = new Map<string, IdentifiedFinding>();
  const identifier = new Identifier(toolName, findings);
  for (const finding of findings) {
    const identity = identifier.identify(finding);
    const key = encodeIdentity(identity);
    const known = byIdentity.get(key);
    if (!known) {
      byIdentity.set(key, { finding, identity, key });
    } else if (worse(finding, known.finding)) {
      known.finding = finding;
    }
  }
  return [...byIdentity.values()];
}

const RANK = { critical: 0, high: 1, medium: 2, low: 3, info: 4 } as const;

/** Decides by data alone which of two duplicates stays. */
function worse(left: ParsedFinding, right: ParsedFinding): boolean {
  if (RANK[left.severity] !== RANK[right.severity]) {
    return RANK[left.severity] < RANK[right.severity];
  }
  const accepted = Number(left.suppression?.status === 'accepted');
  const otherAccepted = Number(right.suppression?.status === 'accepted');
  if (accepted !== otherAccepted) {
    return accepted < otherAccepted;
  }
  return JSON.stringify(left) < JSON.stringify(right);
}
