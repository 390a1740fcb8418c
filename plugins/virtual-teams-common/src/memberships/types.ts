import { SkillLevel } from '../expertise';
import { TeamKind, TeamStatus } from '../teams';
import { MembershipAction, MembershipStatus } from './membershipMachine';

/** @public */
export const MEMBERSHIP_ROLES = [
  'lead',
  'deputy',
  'member',
  'expert',
  'observer',
] as const;

/** @public */
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];

/** Why a membership ended. @public */
export const MEMBERSHIP_END_REASONS = [
  'declined',
  'invitation_withdrawn',
  'rejected',
  'request_withdrawn',
  'not_answered',
  'left',
  'removed',
  'term_over',
  'left_catalog',
  'team_ended',
] as const;

/** @public */
export type MembershipEndReason = (typeof MEMBERSHIP_END_REASONS)[number];

/**
 * Somebody who is, was or is asked to be in a team. All times are ISO 8601.
 *
 * @public
 */
export interface Membership {
  id: string;
  teamRef: string;
  userRef: string;
  role: MembershipRole;
  status: MembershipStatus;
  /** The group that the person came from, as it was then. */
  homeGroupRef?: string;
  platformRef?: string;
  /**
   * Share of working time in percent; only for the person, leads, sponsor,
   * other members, and above the limit of the settings the person's lead.
   */
  allocationPct?: number;
  /** The skills for which the lead counts on the person. */
  skillIds: string[];
  openRoleId?: string;
  /** Message of who invited, or of who asks to join. */
  message?: string;
  invitedBy?: string;
  since?: string;
  /** The end of the term, or of the membership that was announced. */
  until?: string;
  /** When an invitation or a request ends by itself. */
  expiresAt?: string;
  /** Who decides on a request, or the person who is invited. */
  decidedBy?: string[];
  endReason?: MembershipEndReason;
  note?: string;
  /** Goes up by one with every change. */
  version: number;
  /** What the reader can do now. */
  actions: MembershipAction[];
}

/** `POST /teams/{namespace}/{name}/memberships` @public */
export interface MembershipInput {
  /** Another person is invited; oneself, or nobody named, asks to join. */
  userRef?: string;
  role: MembershipRole;
  allocationPct?: number;
  skillIds?: string[];
  openRoleId?: string;
  message?: string;
  /** The end of the term. */
  until?: string;
}

/** `POST /memberships/{id}/actions` @public */
export interface MembershipActionInput {
  action: MembershipAction;
  version: number;
  note?: string;
  allocationPct?: number;
  until?: string;
}

/**
 * `PUT /memberships/{id}`: role, skills and term by the lead, the share of time
 * by the person.
 *
 * @public
 */
export interface MembershipUpdate {
  version: number;
  role?: MembershipRole;
  skillIds?: string[];
  until?: string | null;
  allocationPct?: number;
}

/** `GET /teams/{namespace}/{name}/memberships`: those that the reader may see. @public */
export interface TeamMemberships {
  items: Membership[];
  /** Shares of time of all, in percent; only for who may see the single ones. */
  totalAllocationPct?: number;
  /** People whose shares in all teams go over the limit; for leads and themselves. */
  overAllocated: AllocationWarning[];
}

/** A person, or a group, that gives more time than is agreed. @public */
export interface AllocationWarning {
  /** A User or a Group. */
  ref: string;
  totalPct: number;
  limitPct: number;
  teams: number;
}

/** A seat that a team, or a person with a need, is looking for. @public */
export interface OpenRole {
  id: string;
  /** Absent for a need that no team has yet. */
  teamRef?: string;
  teamTitle?: string;
  title: string;
  skillId?: string;
  skillName?: string;
  level?: SkillLevel;
  platformRef?: string;
  seats: number;
  seatsLeft: number;
  allocationPct?: number;
  until?: string;
  status: 'open' | 'filled' | 'closed';
  postedBy?: string;
  postedAt: string;
  /** People who opted in, are seen by the reader and fit. */
  matches?: number;
  /** Who decides, and by when somebody hears. */
  decidedBy: string[];
  answerDays: number;
  /** Whether the reader may change it. */
  isMine: boolean;
}

/** `POST /open-roles` and `PUT /open-roles/{id}` @public */
export interface OpenRoleInput {
  teamRef?: string;
  title: string;
  skillId?: string;
  level?: SkillLevel;
  platformRef?: string;
  seats: number;
  allocationPct?: number;
  until?: string;
}

/** `POST /open-roles/{id}/offers`: to who has a need that no team has. @public */
export interface HelpOffer {
  message: string;
}

/** @public */
export interface OpenRolesQuery {
  teamRef?: string;
  mine?: boolean;
  cursor?: string;
  limit?: number;
}

/** `GET /open-roles`: open ones, newest first. @public */
export interface OpenRolesPage {
  items: OpenRole[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/** `GET /me`: how the reader stands to virtual teams. @public */
export interface MyTeams {
  userRef: string;
  memberships: (Membership & {
    teamTitle: string;
    teamStatus: TeamStatus;
    teamKind: TeamKind;
  })[];
  /** Invitations to the reader, and requests on which the reader decides. */
  toAnswer: (Membership & { teamTitle: string })[];
  /** Sum over all teams that the reader is in. */
  totalAllocationPct: number;
  limitPct: number;
  /** Open roles that ask for skills of the reader. */
  suggestedRoles: OpenRole[];
  canCreate: boolean;
  canManage: boolean;
}

/** `GET /people/{namespace}/{name}/memberships`: what everybody may know. @public */
export interface PersonMemberships {
  items: (Membership & { teamTitle: string; teamStatus: TeamStatus })[];
  totalAllocationPct?: number;
}

/** `GET /groups/{namespace}/{name}/lending` @public */
export interface GroupLending {
  groupRef: string;
  /** People of the group and of those below it, by team. */
  lentTo: { teamRef: string; title: string; people: number }[];
  /** Teams that work on what the group owns, with people of others. */
  borrowedFrom: {
    teamRef: string;
    title: string;
    people: number;
    entities: number;
  }[];
  /** For who leads the group or manages teams, from three people on. */
  totalAllocationPct?: number;
  peopleLent: number;
  /** Prompts for a talk; for who leads the group or manages teams. */
  overAllocated: AllocationWarning[];
}

/** `GET /people/{namespace}/{name}/granted-entities`: for services and the person. @public */
export interface GrantedEntities {
  /** Whose findings the person may read as a member of teams that work. */
  entityRefs: string[];
}

/** `GET /relations`: for the catalog. @public */
export interface ParticipantRelations {
  items: {
    teamRef: string;
    userRef: string;
  }[];
}

/** `GET /relations/teams`: teams made in the portal, as the catalog shows them. @public */
export interface PortalTeams {
  items: {
    teamRef: string;
    title: string;
    description: string;
    status: TeamStatus;
    kind: TeamKind;
    /** Only where members are Group members by configuration. */
    memberRefs?: string[];
  }[];
}
