import { DismissalReason } from './findingMachine';
import { FindingEventKind } from './types';

/** What VEX says of a vulnerability in a product. @public */
export const STATEMENT_STATUSES = [
  'not_affected',
  'affected',
  'fixed',
  'under_investigation',
] as const;

/** @public */
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

/**
 * What a statement does to an open finding that nobody has decided on.
 * Nothing that a statement says creates or resolves a finding.
 *
 * @public
 */
export const STATEMENT_EFFECTS = [
  'dismiss',
  'request',
  'confirm',
  'note',
] as const;

/** @public */
export type StatementEffect = (typeof STATEMENT_EFFECTS)[number];

/** What has to hold for a rule about statements. @public */
export type StatementGuard = 'belowHigh' | 'trusted';

/** @public */
export interface StatementRule {
  status: StatementStatus;
  guards: readonly StatementGuard[];
  effect: StatementEffect;
  /** As what it stands in the history. */
  event: FindingEventKind;
}

/**
 * What statements do; of several rules the first counts whose guards hold. At
 * high and critical a second person decides, whoever says it. That an author
 * looks into it is not that anybody here works on it, so it is only noted.
 *
 * @public
 */
export const STATEMENT_RULES: readonly StatementRule[] = [
  {
    status: 'not_affected',
    guards: ['belowHigh', 'trusted'],
    effect: 'dismiss',
    event: 'dismissed',
  },
  {
    status: 'not_affected',
    guards: [],
    effect: 'request',
    event: 'dismissal_requested',
  },
  { status: 'affected', guards: [], effect: 'confirm', event: 'confirmed' },
  { status: 'fixed', guards: [], effect: 'note', event: 'fix_claimed' },
  {
    status: 'under_investigation',
    guards: [],
    effect: 'note',
    event: 'statement_noted',
  },
];

/** @public */
export function statementRule(
  status: StatementStatus,
  holds: Record<StatementGuard, boolean>,
): StatementRule {
  const rule = STATEMENT_RULES.find(
    candidate =>
      candidate.status === status &&
      candidate.guards.every(guard => holds[guard]),
  );
  if (!rule) {
    throw new Error(`There is no rule for ${status}`);
  }
  return rule;
}

/** What a VEX document says about a finding. @public */
export interface FindingStatement {
  status: StatementStatus;
  /** Why it is not affected. */
  reason?: DismissalReason;
  /** Plain text of the author. */
  impact?: string;
  action?: string;
  /** ISO 8601; when it was said. */
  at: string;
  format: string;
  documentId: string;
  author?: string;
  version?: string;
  reportId: string;
  /** False where a newer statement about the finding counts instead. */
  counts: boolean;
}

/** What became of the statements of a VEX document. @public */
export interface StatementCounts {
  documentId: string;
  author?: string;
  /** Statements in the document that VEX allows. */
  stated: number;
  /** Statements that are about a finding of the entity. */
  matched: number;
  /** Statements about nothing that was found here. */
  unmatched: number;
  /** Statements that may be about a finding, which is not sure: not applied. */
  ambiguous: number;
  /** Statements that VEX does not allow: not applied. */
  invalid: number;
  /** Findings that the document changed, by how. */
  dismissed: number;
  requested: number;
  confirmed: number;
  noted: number;
  /** Findings for which something that was said before counts no more. */
  undone: number;
  /** What was not applied and why, at most {@link MOST_STATEMENT_WARNINGS}. */
  warnings: string[];
}

/** @public */
export const MOST_STATEMENT_WARNINGS = 20;
