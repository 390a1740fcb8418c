import { Finding, Severity } from '../types';
import { WaiverAction, WaiverEventKind, WaiverStatus } from './waiverMachine';

/** From the most to the least specific. @public */
export const WAIVER_KINDS = ['finding', 'rule', 'advisory', 'check'] as const;

/**
 * What a waiver is about: findings by name, a rule or a package on one entity,
 * an advisory on all entities of a group, or checks of a scorecard on one
 * entity. Where several apply to one finding, the most specific one decides.
 *
 * @public
 */
export type WaiverKind = (typeof WAIVER_KINDS)[number];

/** @public */
export const WAIVER_ROLES = [
  'champion',
  'appsec',
  'risk-owner',
  'ciso-delegate',
] as const;

/** As what a person approves a waiver. @public */
export type WaiverRole = (typeof WAIVER_ROLES)[number];

/** @public */
export const WAIVER_TREATMENTS = [
  'accept',
  'mitigate_later',
  'transfer',
] as const;

/** What is done about the risk. @public */
export type WaiverTreatment = (typeof WAIVER_TREATMENTS)[number];

/** Findings that one waiver may name. @public */
export const MOST_FINDINGS_PER_WAIVER = 100;

/** Checks that one waiver may name. @public */
export const MOST_CHECKS_PER_WAIVER = 20;

/** Findings of one entity, by id. @public */
export interface FindingWaiverTarget {
  kind: 'finding';
  entityRef: string;
  /** Up to {@link MOST_FINDINGS_PER_WAIVER}. */
  findingIds: string[];
}

/**
 * All findings of a rule of a tool, or of a package, on one entity: those of
 * today and those to come.
 *
 * @public
 */
export interface RuleWaiverTarget {
  kind: 'rule';
  entityRef: string;
  /** Name of the tool, for findings that are about code and not a package. */
  tool?: string;
  /** Needed with a tool; with a package it narrows it to one rule or advisory. */
  ruleId?: string;
  /** Package URL without version, or the name of a package that has none. */
  package?: string;
}

/**
 * An advisory on every entity that a group, or a group below it, owns.
 *
 * @public
 */
export interface AdvisoryWaiverTarget {
  kind: 'advisory';
  groupRef: string;
  /** Such as `CVE-2026-1234` or `GHSA-xxxx-xxxx-xxxx`. */
  advisoryId: string;
}

/** Checks of scorecards on one entity. @public */
export interface CheckWaiverTarget {
  kind: 'check';
  entityRef: string;
  /** Up to {@link MOST_CHECKS_PER_WAIVER}. */
  checkIds: string[];
}

/** @public */
export type WaiverTarget =
  | FindingWaiverTarget
  | RuleWaiverTarget
  | AdvisoryWaiverTarget
  | CheckWaiverTarget;

/** Body of `POST /waivers`. @public */
export interface WaiverRequest {
  target: WaiverTarget;
  /** Why it is not fixed now. */
  reason: string;
  /** What can happen, and how likely it is. */
  riskStatement: string;
  /** What is in place instead. */
  compensatingControls?: string;
  treatment: WaiverTreatment;
  /** ISO 8601, as all times here; when it is approved by default. */
  startsAt?: string;
  expiresAt: string;
  /** When to look at it again before it ends. */
  reviewAt?: string;
  /** Where the work is tracked, `http` or `https`. */
  linkedIssue?: string;
}

/** Body of `POST /waivers/preview`. @public */
export interface WaiverPreviewRequest {
  target: WaiverTarget;
}

/** Who has to approve a waiver, and for how long it may be given. @public */
export interface WaiverRequirement {
  /** Each by another person, none of them the requester. */
  roles: WaiverRole[];
  /** Longest time from start to end, in days. */
  maxDays: number;
  /** The worst severity that it hides; absent where there is none. */
  worstSeverity?: Severity;
  /** True when it hides what CISA's list knows to be exploited. */
  kev?: boolean;
  /** The most critical tier of its entities, such as `tier-1`. */
  mostCriticalTier?: string;
  /** Why so, in plain sentences. */
  because: string[];
}

/** How many findings a waiver hides. @public */
export interface WaiverCounts {
  total: number;
  bySeverity: Record<Severity, number>;
}

/** Findings of one entity that a waiver hides. @public */
export interface WaiverEntityCount {
  entityRef: string;
  findings: number;
}

/** Answer of `POST /waivers/preview`: what a waiver would do now. @public */
export interface WaiverPreview {
  target: WaiverTarget;
  /** In plain words, e.g. `Rule sqli of CodeQL on component:default/api`. */
  title: string;
  /** Open findings that it would accept, and accepted ones that it covers too. */
  hides: WaiverCounts;
  /** Of these, how many another waiver accepts already. */
  alreadyAccepted: number;
  /** The first 100, worst first. */
  findings: Finding[];
  /** Entities that it is for, those with findings first; up to 100. */
  entities: WaiverEntityCount[];
  entityCount: number;
  requirement: WaiverRequirement;
  /** Latest end of a waiver that starts now. */
  latestExpiry: string;
  asOf: string;
}

/** An approval that is needed, and who has given it. @public */
export interface WaiverApproval {
  role: WaiverRole;
  /** Ref of a user; absent while it is missing. */
  approvedBy?: string;
  at?: string;
}

/** A line of the decision log. @public */
export interface WaiverEvent {
  at: string;
  kind: WaiverEventKind;
  /** Ref of the person; absent for what time or a scan did. */
  actor?: string;
  /** As what the person approved. */
  role?: WaiverRole;
  /** Plain text. */
  note?: string;
}

/** A row of the register of waivers. @public */
export interface Waiver {
  id: string;
  target: WaiverTarget;
  /** In plain words, e.g. `CVE-2026-1234 in group:default/payments`. */
  title: string;
  status: WaiverStatus;
  reason: string;
  riskStatement: string;
  compensatingControls?: string;
  treatment: WaiverTreatment;
  linkedIssue?: string;
  /** Ref of a user. */
  requester: string;
  requestedAt: string;
  /** When it starts, or started; absent for "when it is approved". */
  startsAt?: string;
  expiresAt: string;
  reviewAt?: string;
  /** When the last approval was given. */
  approvedAt?: string;
  /** When it ended. */
  endedAt?: string;
  /** The waiver that this one continues. */
  renewedFrom?: string;
  /** The waiver that continues this one. */
  renewedBy?: string;
  /** How many waivers before this one it continues. */
  renewals: number;
  /** Entities that it is for and that the viewer may see; up to 100. */
  entityRefs: string[];
  /** How many these are altogether. */
  entityCount: number;
  /** Findings that are accepted by it now. */
  hides: WaiverCounts;
  /**
   * True when it is also for entities that the viewer may not see: counts
   * leave these out, and what follows from them is absent.
   */
  partial: boolean;
  /** Who has to approve; decided anew with every approval until the last. */
  requirement?: WaiverRequirement;
  /** One for each role that is needed. */
  approvals?: WaiverApproval[];
  /** What the viewer may do with it now. */
  actions: WaiverAction[];
  /** As what the viewer may approve it now. */
  approvableAs: WaiverRole[];
}

/** Everything about a waiver. @public */
export interface WaiverDetail extends Waiver {
  log: WaiverEvent[];
  /**
   * The first 100 findings that it accepts, or would accept when it becomes
   * active; those that the viewer may see.
   */
  findings: Finding[];
  asOf: string;
}

/** Body of `POST /waivers/{id}/actions`. @public */
export interface WaiverActionRequest {
  action: WaiverAction;
  /** Why; needed to reject, revoke and renew. */
  text?: string;
  /** As what to approve, where a person has several roles. */
  role?: WaiverRole;
  /** The end of the waiver that continues this one. */
  expiresAt?: string;
}

/** @public */
export interface WaiversQuery {
  status?: WaiverStatus[];
  kind?: WaiverKind[];
  /** Those that are for this entity. */
  entityRef?: string;
  /** Those that are for an entity that this group or user owns. */
  ownedBy?: string;
  /** Those that were asked for by this user. */
  requester?: string;
  /** Those that end before this time. */
  expiringBefore?: string;
  cursor?: string;
  limit?: number;
}
