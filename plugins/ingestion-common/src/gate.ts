import { ControlType, FindingLocation, Severity } from './types';

/** From mild to hard. @public */
export const GATE_VERDICTS = ['pass', 'warn', 'block'] as const;

/** What the gate says to a pipeline. @public */
export type GateVerdict = (typeof GATE_VERDICTS)[number];

/** @public */
export const GATE_REASON_KINDS = [
  'new',
  'overdue',
  'unknown',
  'accepted',
] as const;

/**
 * `new`: on the ref and not on the base; `overdue`: on the base past its due
 * date, more than the policy allows; `unknown`: evidence that is not there;
 * `accepted`: on the ref and not on the base, and let pass by a waiver.
 *
 * @public
 */
export type GateReasonKind = (typeof GATE_REASON_KINDS)[number];

/**
 * Why a verdict is not `pass`, and what is let pass by a waiver; one for each
 * finding or gap.
 *
 * @public
 */
export interface GateReason {
  kind: GateReasonKind;
  verdict: GateVerdict;
  /** Plain text that stands for itself. */
  message: string;
  findingId?: string;
  severity?: Severity;
  /** Set when it is known to be exploited (CISA's KEV). */
  kev?: boolean;
  type?: ControlType;
  title?: string;
  ruleId?: string;
  location?: FindingLocation;
  /** Tools that see it, separated by commas. */
  tool?: string;
  dueAt?: string;
  /** Until when a waiver accepts it. */
  waivedUntil?: string;
}

/** What the gate saw, also what the policy lets pass. @public */
export interface GateCounts {
  /** Open, on the ref and not on the base. */
  new: Record<Severity, number>;
  /** Open, on the base and past the due date. */
  overdue: Record<Severity, number>;
  /** On the ref and not on the base, but dismissed or accepted as a risk. */
  accepted: number;
  /** Open on the base, and gone on the ref. */
  fixed: number;
  /** Gaps in the evidence. */
  unknown: number;
}

/** Body of `POST /gate`. @public */
export interface GateRequest {
  entityRef: string;
  /** Branch or tag to judge; the base itself by default. */
  ref?: string;
  /** Commit whose scans have to be there, hexadecimal. */
  commit?: string;
  /** Branch or tag to compare with; the entity's default ref by default. */
  base?: string;
  /** Id of a policy. */
  policy?: string;
}

/** Answer of `POST /gate`. @public */
export interface GateAnswer {
  entityRef: string;
  verdict: GateVerdict;
  /** Hardest first. */
  reasons: GateReason[];
  counts: GateCounts;
  ref?: string;
  commit?: string;
  base: string;
  policy: {
    id: string;
    /** Whether a pipeline has to stop when the gate can not be asked. */
    failClosed: boolean;
  };
  /** Where people look further. */
  links: { findings: string };
  /** ISO 8601. */
  asOf: string;
}
