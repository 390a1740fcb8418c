import { SkillLevel } from '../expertise';
import { TeamAction, TeamGuard, TeamStatus } from './teamMachine';

/** @public */
export const TEAM_KINDS = ['initiative', 'enabling', 'community'] as const;

/**
 * `initiative` delivers an outcome in limited time; `enabling` helps other
 * teams to learn; `community` practises together, is open to all and has
 * neither end nor agreed time.
 *
 * @public
 */
export type TeamKind = (typeof TEAM_KINDS)[number];

/** How a team works with others, in the words of Team Topologies. @public */
export const INTERACTION_MODES = [
  'collaboration',
  'facilitating',
  'x-as-a-service',
] as const;

/** @public */
export type InteractionMode = (typeof INTERACTION_MODES)[number];

/**
 * What a kind of team has to have before it starts. A guard of
 * {@link TEAM_TRANSITIONS} that is not asked for holds.
 *
 * @public
 */
export interface TeamKindRules {
  asksForSponsor: boolean;
  asksForMeasures: boolean;
  asksForEnd: boolean;
  /** Platforms that have to be named. */
  minimumPlatforms: number;
  /** Whether members agree on a share of their time. */
  hasAllocation: boolean;
  /** Whether whoever asks to join is in at once. */
  isOpenToAll: boolean;
  asksForOutcome: boolean;
  asksForHandover: boolean;
}

/** @public */
export const TEAM_KIND_RULES: Record<TeamKind, TeamKindRules> = {
  initiative: {
    asksForSponsor: true,
    asksForMeasures: true,
    asksForEnd: true,
    minimumPlatforms: 2,
    hasAllocation: true,
    isOpenToAll: false,
    asksForOutcome: true,
    asksForHandover: true,
  },
  enabling: {
    asksForSponsor: true,
    asksForMeasures: true,
    asksForEnd: false,
    minimumPlatforms: 2,
    hasAllocation: true,
    isOpenToAll: false,
    asksForOutcome: true,
    asksForHandover: true,
  },
  community: {
    asksForSponsor: false,
    asksForMeasures: false,
    asksForEnd: false,
    minimumPlatforms: 0,
    hasAllocation: false,
    isOpenToAll: true,
    asksForOutcome: false,
    asksForHandover: false,
  },
};

/** A measure of the outcome, declared before the team starts. @public */
export interface CharterMeasure {
  /** Of the team; stays when the title changes. */
  id: string;
  title: string;
  /** What the numbers count, such as `%` or `per 1,000 logins`. */
  unit: string;
  /** The value when the team started. */
  start: number;
  /** The value that the team aims at; below `start` where less is better. */
  aim: number;
  /** The newest value, and when it was written down. */
  current?: number;
  currentAt?: string;
}

/** What a team is for. @public */
export interface TeamCharter {
  outcome: string;
  inScope: string;
  outOfScope: string;
  measures: CharterMeasure[];
}

/** Skills that a team asks for. @public */
export interface RequiredExpertise {
  skillId: string;
  /** At least. */
  level: SkillLevel;
  /** People. */
  count: number;
  /** What it is called here, where it is narrower than the skill. */
  title?: string;
}

/** Where the team is found: a chat channel, a board, a repository. @public */
export interface TeamChannel {
  title: string;
  /** `http(s)` only. */
  url: string;
}

/** When the team meets. @public */
export interface TeamCadence {
  title: string;
  /** 1 is Monday. */
  weekday: number;
  /** `HH:MM` in `timeZone`. */
  startsAt: string;
  minutes: number;
  everyWeeks: number;
  /** IANA name. */
  timeZone: string;
  /** The day of the first meeting, `YYYY-MM-DD`. */
  firstOn: string;
}

/** What people write about a team, or the catalog declares. @public */
export interface TeamDefinition {
  /** The name that is read. */
  title: string;
  kind: TeamKind;
  /** The larger undertaking that it belongs to, in words. */
  initiative?: string;
  charter: TeamCharter;
  sponsorRef?: string;
  leadRef: string;
  deputyRefs: string[];
  /** Groups of the type of platforms. */
  platformRefs: string[];
  interactionMode: InteractionMode;
  /** Components, Systems, APIs, Resources that it works on. */
  entityRefs: string[];
  channels: TeamChannel[];
  cadence?: TeamCadence;
  /** The day of the next review, `YYYY-MM-DD`. */
  reviewAt?: string;
  /** The day on which it is to end, `YYYY-MM-DD`. */
  endsAt?: string;
  requiredExpertise: RequiredExpertise[];
  /** Checks of a scorecard that it is to have pass. */
  checkIds: string[];
}

/** Something that a step of a team still needs, in words. @public */
export interface TeamObstacle {
  action: TeamAction;
  guard: TeamGuard;
  message: string;
}

/** How well the skills that a team asks for are covered. @public */
export interface SkillCoverage extends RequiredExpertise {
  skillName: string;
  /**
   * Members who say that they have it at the level; members who share nothing
   * count where their lead named them for the skill.
   */
  covered: number;
}

/** A team as it stands in lists. @public */
export interface TeamSummary {
  /** `group:<namespace>/<name>`, lower-cased. */
  teamRef: string;
  title: string;
  kind: TeamKind;
  status: TeamStatus;
  /** Its review is overdue by more than the days of the settings. */
  isStale: boolean;
  outcome: string;
  initiative?: string;
  leadRef: string;
  sponsorRef?: string;
  platformRefs: string[];
  /** Members who are in or about to leave. */
  memberCount: number;
  /** A few of them, leads first. */
  memberRefs: string[];
  /** Seats that are covered of all that are asked for. */
  seatsCovered: number;
  seatsAsked: number;
  openRoles: { id: string; title: string; seatsLeft: number }[];
  startedAt?: string;
  reviewAt?: string;
  endsAt?: string;
  /** When somebody last did something with it. */
  lastActiveAt: string;
  managedBy: 'portal' | 'catalog';
  /** How the reader stands to it. */
  mine?: 'member' | 'lead' | 'sponsor' | 'invited' | 'requested';
}

/** What a team has left behind, from closing on. @public */
export interface TeamOutcome {
  /** What came of it, in words. */
  summary: string;
  /** What did not work, or is left to do. */
  stillOpen?: string;
  /** The Group that owns what was made. */
  handoverOwnerRef: string;
  /** Patterns, templates, repositories, documents. */
  artefacts: TeamChannel[];
  /** A first text of a story, for those who want to tell it. */
  story?: string;
  recordedAt: string;
}

/** `GET /teams/{namespace}/{name}` @public */
export interface Team extends TeamDefinition, TeamSummary {
  /** Of the required expertise, in the same order. */
  skills: SkillCoverage[];
  proposedBy?: string;
  proposedAt: string;
  outcomeRecord?: TeamOutcome;
  /** Goes up by one with every change. */
  version: number;
  /** What the reader can do now. */
  actions: TeamAction[];
  /** What is still missing for steps that the reader would be allowed. */
  obstacles: TeamObstacle[];
  /** Whether the reader may change the team, invite and decide on requests. */
  isLead: boolean;
  /** Where the team is declared, if it is in the catalog. */
  declaredIn?: string;
  /**
   * What is wrong with the newest version of its file, field by field; only for
   * those who may change the team.
   */
  declarationFaults?: string[];
  /** The proposal that it came from. */
  proposalId?: string;
}

/** `GET /teams` @public */
export interface TeamsQuery {
  q?: string;
  platform?: string;
  skill?: string;
  kind?: TeamKind;
  /** Live ones where absent. */
  status?: TeamStatus[];
  needsHelp?: boolean;
  mine?: boolean;
  entityRef?: string;
  orderBy?: 'recent' | 'title' | 'ends';
  cursor?: string;
  limit?: number;
}

/** One value of a filter with the number of teams that have it. @public */
export interface TeamFacet {
  value: string;
  count: number;
}

/** @public */
export interface TeamsPage {
  items: TeamSummary[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
  /** Of all teams that the reader sees, by the other filters. */
  facets: {
    platforms: TeamFacet[];
    skills: TeamFacet[];
    kinds: TeamFacet[];
    statuses: TeamFacet[];
    needsHelp: number;
    mine: number;
  };
}

/** `POST /teams` @public */
export interface TeamInput extends TeamDefinition {
  /** Lower-case letters, digits and dashes; from the title where absent. */
  name?: string;
  proposalId?: string;
}

/** `PUT /teams/{namespace}/{name}` @public */
export interface TeamUpdate {
  /** As it was read; `ConflictError` when it changed since. */
  version: number;
  definition: TeamDefinition;
}

/** `POST /teams/{namespace}/{name}/actions` @public */
export interface TeamActionInput {
  action: TeamAction;
  version: number;
  note?: string;
}

/** `POST /teams/{namespace}/{name}/review` @public */
export interface TeamReviewInput {
  version: number;
  note: string;
  /** The day of the next one. */
  nextReviewAt: string;
  /** New values by id of the measure. */
  values: Record<string, number>;
}

/** `PUT /teams/{namespace}/{name}/outcome` @public */
export type TeamOutcomeInput = Omit<TeamOutcome, 'recordedAt'> & {
  version: number;
  /** The last values by id of the measure. */
  values: Record<string, number>;
};

/** `POST /teams/{namespace}/{name}/thanks`: to members, past ones included. @public */
export interface ThanksInput {
  to: string[];
  message: string;
}

/** A step in the history of a team. @public */
export interface TeamEvent {
  id: string;
  at: string;
  /** Absent where time or the catalog did it, or the person was erased. */
  actorRef?: string;
  name: string;
  from?: TeamStatus;
  to?: TeamStatus;
  /** What is said of a membership, only for its person and for leads. */
  note?: string;
  /** The entity of whose findings it is, where the reader sees it. */
  entityRef?: string;
  /** The person whom it concerns, where the reader may know of it. */
  subjectRef?: string;
}

/** A day that lies ahead. @public */
export interface TeamMilestone {
  on: string;
  title: string;
  kind: 'review' | 'end' | 'meeting';
}

/** `GET /teams/{namespace}/{name}/timeline`: newest first. @public */
export interface TeamTimeline {
  items: TeamEvent[];
  ahead: TeamMilestone[];
  pageInfo: { nextCursor?: string };
}

/** A team to begin with. @public */
export interface TeamTemplate {
  id: string;
  title: string;
  description: string;
  /** Values that the form starts with. */
  kind: TeamKind;
  outcome: string;
  inScope: string;
  outOfScope: string;
  measures: Omit<CharterMeasure, 'id' | 'current' | 'currentAt'>[];
  interactionMode: InteractionMode;
  requiredExpertise: RequiredExpertise[];
  /** Days until the first review, and until the end. */
  reviewAfterDays?: number;
  endsAfterDays?: number;
}

/** The settings of virtual teams, as code. @public */
export interface TeamSettings {
  templates: TeamTemplate[];
  /** Groups of these `spec.type` are platforms. */
  platformGroupTypes: string[];
  /** More than this share of time for all teams together is over-allocation, in percent. */
  allocationLimitPct: number;
  /** Above this a person's line manager sees the share, in percent. */
  managerSeesAbovePct: number;
  /** Days that an invitation or a request stands. */
  answerDays: number;
  /** Days after which it is brought to mind. */
  reminderDays: number;
  /** Days by which a review is overdue before the team counts as stale. */
  staleAfterDays: number;
  /** Months after which what a person declared asks to be confirmed. */
  expertiseStaleMonths: number;
  /** Where to ask when nobody is found. */
  guild?: TeamChannel;
  /** Ref of the group that is told when nobody else can be. */
  managers?: string;
}

/** Where a fault stands in a file. @public */
export interface DefinitionFault {
  message: string;
  line?: number;
  column?: number;
}

/** `GET /settings` @public */
export interface TeamSettingsState {
  settings: TeamSettings;
  /** Where the settings come from; absent for those that are built in. */
  location?: string;
  loadedAt: string;
  /** Of the newest file, where the settings are an earlier, good one. */
  faults: DefinitionFault[];
}

/** `GET /teams/{namespace}/{name}/declaration`: the team as a catalog file. @public */
export interface TeamDeclaration {
  yaml: string;
}

/** An entity that a team works on. @public */
export interface TeamEntity {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  tier?: string;
  /** When the team started; absent before, and where nothing was known then. */
  levelAtStart?: string | null;
  /** `null` where it has no level, absent where it is not known. */
  level?: string | null;
  /** Score by day since the start, `null` for days without one. */
  trend: { on: string; score: number | null }[];
  /** A check that holds it back, where the reader may know. */
  blockedBy?: string;
  /** Open findings by severity; absent where the reader may see levels only. */
  openFindings?: Record<string, number>;
  findingRights: FindingGrant;
}

/**
 * Whether members may read the findings of an entity: nobody asked, the lead
 * asked its owners, or it is granted until the team ends.
 *
 * @public
 */
export type FindingGrant = 'none' | 'asked' | 'granted';

/** `GET /teams/{namespace}/{name}/entities` @public */
export interface TeamEntities {
  asOf: string;
  items: TeamEntity[];
  /** What could not be asked. */
  missing: ('scorecards' | 'ingestion')[];
  /** Entities in scope that the reader may not see at all are not counted. */
  scorecardTitle?: string;
  /** Entities by level at the start and now; `none` and `unrated` included. */
  levelsAtStart: Record<string, number>;
  levels: Record<string, number>;
}

/** `POST /teams/{namespace}/{name}/grants` @public */
export interface GrantInput {
  entityRef: string;
  /**
   * `grant` by the lead where they own the entity or may grant for it, else it
   * asks its owners; `allow` and `refuse` by its owners; `revoke` by either.
   */
  action: 'grant' | 'allow' | 'refuse' | 'revoke';
}

/** `GET /entities/{namespace}/{kind}/{name}/teams` @public */
export interface EntityTeams {
  items: TeamSummary[];
}

/** `GET /checks/teams`: teams that work on checks, for charts of gaps. @public */
export interface CheckTeams {
  items: {
    checkId: string;
    teamRef: string;
    title: string;
    status: TeamStatus;
    platformRefs: string[];
  }[];
}
