import { hash } from 'node:crypto';
import {
  DismissalRequest,
  isHighOrWorse,
  SEVERITIES,
  StatementRule,
  statementRule,
} from '@synchrony/backstage-plugin-ingestion-common';
import { statusBySource, isSuppressed } from '../reconcile';
import { sourceOf, toRequest, wordsOf } from './words';
import { Position, PositionChange, StatedFinding, Statement } from './types';

/** A statement that counts, with whether it may decide. */
export interface CountingStatement {
  statement: Statement;
  trusted: boolean;
}

function keyOf({ document, impact, reason, status }: Statement): string {
  const parts = [document.format, document.documentId, status, reason, impact];
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 16);
}

/**
 * Where a finding stands by what sources say of it, and what changes thereby;
 * undefined when nothing does. Pure: the same statements, suppression and
 * decisions of people lead to the same position, whatever came first.
 */
export function decidePosition(
  finding: StatedFinding,
  counting: CountingStatement | undefined,
  now: number,
): PositionChange | undefined {
  const rule =
    counting &&
    statementRule(counting.statement.status, {
      belowHigh: !isHighOrWorse(SEVERITIES[finding.severity]),
      trusted: counting.trusted,
    });
  const next = nextPosition(finding, counting?.statement, rule, now);
  const before: Position = {
    status: finding.state.status,
    triage: finding.state.triage,
    request: finding.state.request,
    statementKey: finding.statementKey,
    statementVerdict: finding.statementVerdict,
  };
  if (JSON.stringify(before) === JSON.stringify(next)) {
    return undefined;
  }
  return { id: finding.id, next, ...newsOf(finding, next, counting, rule) };
}

function nextPosition(
  finding: StatedFinding,
  statement: Statement | undefined,
  rule: StatementRule | undefined,
  now: number,
): Position {
  const { request, status, triage, verdict } = finding.state;
  const statementVerdict = rule?.effect === 'dismiss' ? 'dismissed' : null;
  if (status === 'resolved' || status === 'unlisted') {
    // What is not here has no story; it is told when it comes back.
    return { status, triage, request, statementKey: null, statementVerdict };
  }
  const statementKey = statement ? keyOf(statement) : null;
  if (verdict !== null || status === 'risk_accepted') {
    return {
      status,
      triage,
      request: isBacked(finding, statement, rule) ? request : null,
      statementKey,
      statementVerdict,
    };
  }
  const stands =
    statementVerdict ??
    statusBySource({
      severity: SEVERITIES[finding.severity],
      suppression: finding.suppression ?? undefined,
    });
  const isConfirmed = rule?.effect === 'confirm' && stands === 'open';
  return {
    status: stands,
    triage: isConfirmed ? 'confirmed' : 'new',
    request:
      stands === 'open' ? nextRequest(finding, statement, rule, now) : null,
    statementKey,
    statementVerdict,
  };
}

/** Whether a request is a person's, or its source still asks for it. */
function isBacked(
  { state: { request }, severity, suppression }: StatedFinding,
  statement: Statement | undefined,
  rule: StatementRule | undefined,
): boolean {
  switch (request?.source?.kind) {
    case 'vex':
      return (
        rule?.effect === 'request' &&
        statement?.document.documentId === request.source.documentId
      );
    case 'suppression':
      return asksBySuppression({ severity, suppression });
    default:
      return true;
  }
}

function asksBySuppression({
  severity,
  suppression,
}: Pick<StatedFinding, 'severity' | 'suppression'>): boolean {
  return (
    isHighOrWorse(SEVERITIES[severity]) &&
    isSuppressed({ suppression: suppression ?? undefined })
  );
}

/** A person's request stays; else what the statement asks, else what the code does. */
function nextRequest(
  finding: StatedFinding,
  statement: Statement | undefined,
  rule: StatementRule | undefined,
  now: number,
): DismissalRequest | null {
  const { request } = finding.state;
  if (request && !request.source) {
    return request;
  }
  const asks =
    (statement && rule?.effect === 'request') || asksBySuppression(finding);
  if (!asks) {
    return null;
  }
  const asked = toRequest(
    finding,
    rule?.effect === 'request' ? statement : undefined,
    now,
  );
  const isSame =
    request &&
    JSON.stringify({ ...asked, at: '' }) ===
      JSON.stringify({ ...request, at: '' });
  return isSame ? request : asked;
}

/** What people read about a change. */
function newsOf(
  finding: StatedFinding,
  next: Position,
  counting: CountingStatement | undefined,
  rule: StatementRule | undefined,
): Pick<PositionChange, 'event' | 'outcome'> {
  const { request, status, triage } = finding.state;
  if (!counting || !rule) {
    return withoutStatement(finding, next);
  }
  const { statement } = counting;
  const source = sourceOf(statement);
  const say = (kind: StatementRule['event'], ...more: string[]) => ({
    kind,
    note: [wordsOf(statement), ...more].filter(Boolean).join('; '),
    source,
  });
  const isNew = next.statementKey !== finding.statementKey;
  const again = status === 'dismissed' && next.status === 'open';
  const more = again ? 'open again' : '';
  if (next.status === 'dismissed' && status !== 'dismissed') {
    return { event: say('dismissed'), outcome: 'dismissed' };
  }
  if (next.request?.source?.kind === 'vex' && next.request !== request) {
    return { event: say('dismissal_requested', more), outcome: 'requested' };
  }
  if (next.triage === 'confirmed' && triage === 'new') {
    return { event: say('confirmed', more), outcome: 'confirmed' };
  }
  if (again || (isNew && next.statementKey !== null)) {
    const noted = rule.effect === 'note' ? rule.event : 'statement_noted';
    return { event: say(noted, more), outcome: 'noted' };
  }
  return {};
}

function withoutStatement(
  finding: StatedFinding,
  next: Position,
): Pick<PositionChange, 'event' | 'outcome'> {
  const { request, status, triage } = finding.state;
  const isGone = status === 'resolved' || status === 'unlisted';
  if (finding.statementKey !== null && !isGone) {
    const undone = [
      status === 'dismissed' && next.status === 'open' ? 'open again' : '',
      request?.source?.kind === 'vex' ? 'no request any more' : '',
      triage !== next.triage ? 'not confirmed any more' : '',
    ];
    return {
      event: {
        kind: 'statement_withdrawn',
        note: undone.filter(Boolean).join('; '),
        source: 'no document says anything about it now',
      },
      outcome: 'undone',
    };
  }
  return request?.source?.kind === 'suppression' && next.request === null
    ? {
        event: {
          kind: 'dismissal_withdrawn',
          note: 'not suppressed in the source any more',
          source: finding.lead.tool,
        },
        outcome: 'undone',
      }
    : {};
}
