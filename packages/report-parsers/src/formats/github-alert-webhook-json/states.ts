import { ParsedFinding } from '../../types';
import { JsonObject, asObject } from '../../shared/json';
import { givenText } from '../github/alertLists';
import { GONE_STATES } from '../github-code-scanning-alerts-json';

/** Of which of GitHub's three kinds of alerts one is. */
export type AlertKind = 'code-scanning' | 'dependabot' | 'secret-scanning';

/** Tells by the members that only one kind has. */
export function kindOf(alert: JsonObject): AlertKind | undefined {
  if (typeof alert.secret_type === 'string') return 'secret-scanning';
  if ('security_advisory' in alert) return 'dependabot';
  return 'rule' in alert && 'tool' in alert ? 'code-scanning' : undefined;
}

/** Resolutions of secrets that say that nothing is left to do. */
const REMEDIED = new Set(['revoked']);

/** Why an alert is no finding any more, in GitHub's words; else undefined. */
export function goneState(
  kind: AlertKind,
  action: string,
  alert: JsonObject,
): string | undefined {
  if (kind === 'secret-scanning') {
    const resolution = givenText(alert.resolution);
    return resolution && REMEDIED.has(resolution) ? resolution : undefined;
  }
  const state = givenText(alert.state)?.toLowerCase();
  if (action === 'fixed') return 'fixed';
  return state && GONE_STATES.has(state) ? state : undefined;
}

/**
 * When GitHub came to this state. Code scanning leaves `updated_at` out at
 * times; then what it says of the state itself tells.
 */
export function stateTime(
  action: string,
  alert: JsonObject,
): string | undefined {
  const at = [
    alert.updated_at,
    alert.fixed_at,
    alert.dismissed_at,
    alert.auto_dismissed_at,
    alert.resolved_at,
    action === 'created' ? alert.created_at : undefined,
  ]
    .map(givenText)
    .find(text => text && !Number.isNaN(Date.parse(text)));
  return at && new Date(at).toISOString();
}

/** GitHub's reason, the comment, and who it was. */
export function withPerson(
  suppression: ParsedFinding['suppression'],
  alert: JsonObject,
): ParsedFinding['suppression'] {
  const by = givenText(asObject(alert.dismissed_by ?? alert.resolved_by).login);
  if (!suppression || !by) return suppression;
  const texts = [suppression.justification, `by ${by} on GitHub`];
  return { ...suppression, justification: texts.filter(Boolean).join('; ') };
}
