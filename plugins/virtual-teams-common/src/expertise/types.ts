import { DefinitionFault } from '../teams';

/** @public */
export const SKILL_CATEGORIES = [
  'discipline',
  'framework',
  'infrastructure',
  'language',
  'technique',
] as const;

/** @public */
export type SkillCategory = (typeof SKILL_CATEGORIES)[number];

/** A skill of the taxonomy. @public */
export interface Skill {
  id: string;
  name: string;
  category: SkillCategory;
  description?: string;
  /** Other words for it; they find it too. */
  aliases: string[];
  /** Ids of wider skills: whoever looks for them finds this one. */
  broader: string[];
  /** Ids of skills that are near. */
  related: string[];
  status: 'active' | 'deprecated';
  /** The skill that stands for a deprecated one. */
  mergedInto?: string;
  /** Checks of scorecards that it helps to have pass. */
  checkIds: string[];
}

/** `GET /skills` @public */
export interface SkillTaxonomy {
  items: Skill[];
  /** Where the skills come from; absent for those that are built in. */
  location?: string;
  loadedAt: string;
  faults: DefinitionFault[];
}

/** @public */
export const SKILL_LEVELS = [
  'aware',
  'practitioner',
  'advanced',
  'guide',
] as const;

/**
 * What a person says of themself: `aware` knows of it, `practitioner` does it,
 * `advanced` does it in hard cases, `guide` leads others.
 *
 * @public
 */
export type SkillLevel = (typeof SKILL_LEVELS)[number];

/** @public */
export const WILLING = ['mentor', 'join', 'review', 'talk'] as const;

/** What a person offers to do with a skill. @public */
export type Willing = (typeof WILLING)[number];

/** @public */
export const EXPERTISE_VISIBILITIES = [
  'nobody',
  'my_groups',
  'everyone',
] as const;

/**
 * Who finds a person: `my_groups` are people who share a direct group of the
 * catalog with them.
 *
 * @public
 */
export type ExpertiseVisibility = (typeof EXPERTISE_VISIBILITIES)[number];

/** What the person says about their time. @public */
export type Availability = 'free' | 'limited' | 'none' | 'not_stated';

/** @public */
export const ENDORSEMENT_CONTEXTS = [
  'virtual_team',
  'review',
  'finding',
  'mentoring',
  'other',
] as const;

/** Where two people worked together. @public */
export type EndorsementContext = (typeof ENDORSEMENT_CONTEXTS)[number];

/** @public */
export interface Endorsement {
  id: string;
  endorserRef: string;
  context: EndorsementContext;
  /** A ref or title of what they did together. */
  subject?: string;
  text: string;
  at: string;
  /**
   * Whether it counts: of two people who endorse each other within seven days
   * only the first one does.
   */
  counts: boolean;
}

/** A skill that a person declared. @public */
export interface Expertise {
  skillId: string;
  skillName: string;
  level: SkillLevel;
  willing: Willing[];
  /** `http(s)` links. */
  evidenceLinks: string[];
  /** Narrower than that of the profile, where it is given. */
  visibility?: ExpertiseVisibility;
  confirmedAt: string;
  /** Not confirmed for the months of the settings. */
  isStale: boolean;
  /** Those that count. */
  endorsementCount: number;
  endorsements: Endorsement[];
  /** Where the skill is deprecated: what stands for it. */
  replacedBy?: string;
}

/** What a person shows of themself. @public */
export interface ExpertiseProfile {
  userRef: string;
  visibility: ExpertiseVisibility;
  availability: Availability;
  /** Share of time that the person offers to all teams together, in percent. */
  limitPct?: number;
  note?: string;
  homeGroupRef?: string;
  platformRef?: string;
  expertise: Expertise[];
  updatedAt?: string;
}

/** `GET /profile` of the reader. @public */
export interface MyProfile extends ExpertiseProfile {
  exists: boolean;
  /** How many people can find the reader now; for information. */
  seenBy: ExpertiseVisibility;
  /** Endorsements that the reader gave. */
  given: (Endorsement & { userRef: string; skillId: string })[];
  /** Skills to declare, from teams that the reader left with thanks. */
  prompts: { skillId: string; skillName: string; because: string }[];
}

/** `PUT /profile` @public */
export interface ProfileInput {
  /**
   * Left out, it stays: what a form loaded earlier cannot bring back what was
   * withdrawn since. A new profile is shown to nobody.
   */
  visibility?: ExpertiseVisibility;
  availability: Availability;
  limitPct?: number;
  note?: string;
}

/** `PUT /profile/skills/{skillId}` @public */
export interface ExpertiseInput {
  level: SkillLevel;
  willing: Willing[];
  evidenceLinks: string[];
  visibility?: ExpertiseVisibility;
}

/** `POST /people/{namespace}/{name}/endorsements` @public */
export interface EndorsementInput {
  skillId: string;
  context: EndorsementContext;
  subject?: string;
  text: string;
}

/** Why something was found, in words, each with what it stands on. @public */
export interface MatchReason {
  kind:
    | 'skill'
    | 'alias'
    | 'narrower'
    | 'related'
    | 'spelling'
    | 'platform'
    | 'willing'
    | 'availability'
    | 'endorsed'
    | 'text'
    | 'stale';
  text: string;
}

/** A person who was found. @public */
export interface PersonHit {
  type: 'person';
  userRef: string;
  platformRef?: string;
  homeGroupRef?: string;
  availability: Availability;
  limitPct?: number;
  expertise: Omit<Expertise, 'endorsements'>[];
  why: MatchReason[];
}

/** A team that was found. @public */
export interface TeamHit {
  type: 'team';
  teamRef: string;
  title: string;
  outcome: string;
  platformRefs: string[];
  why: MatchReason[];
}

/** An open role that was found. @public */
export interface OpenRoleHit {
  type: 'open_role';
  openRoleId: string;
  title: string;
  teamRef?: string;
  teamTitle?: string;
  platformRef?: string;
  seatsLeft: number;
  why: MatchReason[];
}

/** @public */
export type DiscoveryHit = PersonHit | TeamHit | OpenRoleHit;

/** `GET /discovery` @public */
export interface DiscoveryQuery {
  q?: string;
  /** Ids; people need all of them. */
  skills?: string[];
  level?: SkillLevel;
  platform?: string;
  willing?: Willing[];
  /** Only people who say that they have time. */
  available?: boolean;
  types?: DiscoveryHit['type'][];
  cursor?: string;
  limit?: number;
}

/** @public */
export interface DiscoveryPage {
  items: DiscoveryHit[];
  totalItems: number;
  totalIsLowerBound?: boolean;
  pageInfo: { nextCursor?: string };
  /** How the words were read. */
  understood: {
    skillId: string;
    skillName: string;
    from: string;
    how: MatchReason['kind'];
  }[];
  facets: {
    platforms: { value: string; count: number }[];
    skills: { value: string; name: string; count: number }[];
    willing: { value: Willing; count: number }[];
  };
  /** Where to ask instead, when nobody was found. */
  guild?: { title: string; url: string };
}

/** A cell of the matrix. @public */
export interface MatrixCell {
  skillId: string;
  platformRef: string;
  /**
   * People whom the reader may find who have the skill; `null` where nobody of
   * the platform shares anything with the reader, so that nothing is known.
   */
  people: number | null;
  /** Seats that teams are looking for. */
  openSeats: number;
}

/** `GET /matrix` @public */
export interface SkillMatrix {
  asOf: string;
  platforms: { platformRef: string; title?: string; people: number }[];
  skills: { skillId: string; name: string }[];
  cells: MatrixCell[];
}

/** `GET /people/{namespace}/{name}/profile`: what the reader may see. @public */
export interface PersonProfile {
  userRef: string;
  /** Absent where the person shares nothing with the reader. */
  profile?: ExpertiseProfile;
  /** Skills for which the reader may endorse the person. */
  canEndorse: string[];
}
