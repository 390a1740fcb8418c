import { EarnedLevel, Level, Outcome } from '../types';
import { CampaignAction, CampaignStatus } from './campaignMachine';
import { ExemptionAction, ExemptionStatus } from './exemptionMachine';

/**
 * Which entities a campaign is about: of those with the scorecard, the ones
 * that fit every given field. Asked anew each time.
 *
 * @public
 */
export interface CampaignScope {
  /** Groups with those below them, systems or domains; any of them. */
  within?: string[];
  /** `spec.type`; any of them. */
  types?: string[];
  /** `synchrony.io/criticality`; any of them. */
  tiers?: string[];
  /** `spec.lifecycle`; any of them. */
  lifecycles?: string[];
}

/** What an entity has to reach: all of it. @public */
export interface CampaignGoal {
  /** Ids of checks of the scorecard that have to pass. */
  checks: string[];
  level?: EarnedLevel;
}

/** @public */
export interface CampaignMilestone {
  /** `YYYY-MM-DD`, in UTC. */
  date: string;
  /** Share of the entities expected to have passed by then, 1 to 100. */
  sharePct: number;
}

/** What people say of a campaign. @public */
export interface CampaignInput {
  title: string;
  /** Markdown. */
  description?: string;
  scorecardId: string;
  scope: CampaignScope;
  goal: CampaignGoal;
  /** `YYYY-MM-DD`, in UTC. */
  startDate: string;
  /** `YYYY-MM-DD`, in UTC; the last day. */
  targetDate: string;
  /** By date. */
  milestones: CampaignMilestone[];
  /** Days before a milestone or the target; the portal's when absent. */
  reminderDays?: number[];
}

/** Where an entity stands in a campaign. @public */
export const STANDINGS = [
  'passed',
  'failing',
  'unknown',
  'waived',
  'exempt',
  'not_applicable',
] as const;

/** @public */
export type Standing = (typeof STANDINGS)[number];

/** @public */
export interface CampaignCounts {
  /** Entities in scope. */
  total: number;
  /** They add up to `total`. */
  standings: Record<Standing, number>;
  /** In scope, without those that the goal does not apply to. */
  counted: number;
  /** Passed, of those counted, in percent; absent when none is. */
  passedPct?: number;
}

/** How a campaign stood on a day. @public */
export interface CampaignPoint extends CampaignCounts {
  /** `YYYY-MM-DD`, in UTC. */
  day: string;
  /** Entities that came into scope since the point before. */
  joined: number;
  /** Entities that left it since then. */
  left: number;
}

/** @public */
export interface Campaign extends CampaignInput {
  id: string;
  status: CampaignStatus;
  /** Grows with every change; a change names the one that it is of. */
  version: number;
  createdBy: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  updatedAt: string;
  /** ISO 8601; once it has ended or was cancelled. */
  endedAt?: string;
  /** What the caller may do with it now. */
  actions: CampaignAction[];
  mayEdit: boolean;
  /** Titles of the checks of the goal, by id. */
  checkTitles: Record<string, string>;
  /** The newest daily count; withheld where it counts more than is visible. */
  latest?: CampaignPoint;
}

/** @public */
export interface CampaignsQuery {
  status?: CampaignStatus[];
  cursor?: string;
  limit?: number;
}

/** Answer of `GET /campaigns`, those with the latest target first. @public */
export interface CampaignsPage {
  items: Campaign[];
  /** Whether the caller may make campaigns. */
  mayManage: boolean;
  pageInfo: { nextCursor?: string };
}

/** By what progress is divided. @public */
export const PROGRESS_DIMENSIONS = ['owner', 'platform'] as const;

/** @public */
export type ProgressDimension = (typeof PROGRESS_DIMENSIONS)[number];

/** @public */
export interface ProgressRow extends CampaignCounts {
  /** Absent for entities that belong to none, or to one that is not visible. */
  ref?: string;
}

/** Answer of `GET /campaigns/{id}/progress`. @public */
export interface CampaignProgress {
  by: ProgressDimension;
  overall: CampaignCounts;
  rows: ProgressRow[];
  /** The last daily count of a campaign that is over. */
  final?: CampaignPoint;
  /** Set when there is more than was counted. */
  totalIsLowerBound?: boolean;
  /** ISO 8601. */
  asOf: string;
}

/** Answer of `GET /campaigns/{id}/history`; a day without a point has none. @public */
export interface CampaignHistory {
  points: CampaignPoint[];
  /** Set for callers who may see only some of the catalog. */
  withheld?: boolean;
}

/** A check of the goal that an entity does not pass. @public */
export interface MissingCheck {
  checkId: string;
  title: string;
  /** As everybody may see it: of a sensitive check only that it does not pass. */
  outcome: Outcome;
  needsAttention?: boolean;
}

/** @public */
export interface CampaignEntityRow {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  tier?: string;
  level: Level;
  standing: Standing;
  missing: MissingCheck[];
  /** Set when the level of the goal is not reached. */
  missingLevel?: EarnedLevel;
  /** Until when it is exempt, `YYYY-MM-DD`. */
  exemptUntil?: string;
  /** Whether the caller may ask for an exemption. */
  mayRequestExemption: boolean;
}

/** @public */
export interface CampaignEntitiesQuery {
  standing?: Standing[];
  /** Refs of owners; any of them. */
  owner?: string[];
  /** Ref of a row of progress by platform. */
  platform?: string;
  cursor?: string;
  limit?: number;
}

/** Answer of `GET /campaigns/{id}/entities`, by name. @public */
export interface CampaignEntitiesPage {
  items: CampaignEntityRow[];
  totalItems: number;
  /** Set when there is more than was counted. */
  totalIsLowerBound?: boolean;
  pageInfo: { nextCursor?: string };
}

/** An entity that came into scope or left it after the first count. @public */
export interface ScopeChange {
  entityRef: string;
  kind: 'joined' | 'left';
  /** `YYYY-MM-DD`, in UTC. */
  day: string;
}

/** Answer of `GET /campaigns/{id}/scope-changes`, newest first. @public */
export interface ScopeChangesPage {
  items: ScopeChange[];
  pageInfo: { nextCursor?: string };
}

/** Who a campaign would be about, and how they stand now. @public */
export interface CampaignPreview {
  overall: CampaignCounts;
  /** The first by name. */
  items: CampaignEntityRow[];
  totalIsLowerBound?: boolean;
}

/** What is checked before a campaign is made. @public */
export type CampaignPreviewInput = Pick<
  CampaignInput,
  'scorecardId' | 'scope' | 'goal'
>;

/** What a campaign can ask for: a scorecard in use and its checks. @public */
export interface CampaignGoalChoice {
  scorecardId: string;
  title: string;
  checks: { id: string; title: string }[];
}

/** A running campaign that an entity is part of. @public */
export interface EntityCampaign {
  id: string;
  title: string;
  /** `YYYY-MM-DD`, in UTC. */
  startDate: string;
  /** `YYYY-MM-DD`, in UTC. */
  targetDate: string;
  row: CampaignEntityRow;
}

/** @public */
export interface ExemptionRequest {
  entityRef: string;
  reason: string;
  /** `YYYY-MM-DD`, in UTC; the last day, at most the target of the campaign. */
  until: string;
}

/** @public */
export interface Exemption {
  id: string;
  campaignId: string;
  entityRef: string;
  status: ExemptionStatus;
  /** `YYYY-MM-DD`, in UTC; the last day. */
  until: string;
  /** ISO 8601. */
  requestedAt: string;
  /** ISO 8601. */
  decidedAt?: string;
  /** Absent without the right to read evidence of the entity. */
  reason?: string;
  /** Absent without the right to read evidence of the entity. */
  requestedBy?: string;
  /** Absent without the right to read evidence of the entity. */
  decidedBy?: string;
  /** Absent without the right to read evidence of the entity. */
  note?: string;
  /** Whether reason, people and note are withheld from the caller. */
  redacted: boolean;
  /** What the caller may do with it now. */
  actions: ExemptionAction[];
}

/** Answer of `GET /campaigns/{id}/exemptions`, newest first. @public */
export interface ExemptionsPage {
  items: Exemption[];
  pageInfo: { nextCursor?: string };
}
