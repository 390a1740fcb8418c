import {
  MembershipRole,
  SkillLevel,
  TeamKind,
  InteractionMode,
} from '@synchrony/backstage-plugin-virtual-teams-common';

/** A measure of a team: title, unit, value at the start, aim, and now. */
export type DemoMeasure = [
  title: string,
  unit: string,
  start: number,
  aim: number,
  now?: number,
];

/** Who is in: name, role, share of time in percent, skills the lead counts on. */
export type DemoMember = [
  person: string,
  role: MembershipRole,
  allocationPct?: number,
  skillIds?: string[],
];

/** A virtual team of the demo. Days count from today; negative ones are past. */
export interface DemoTeam {
  name: string;
  title: string;
  kind: TeamKind;
  initiative?: string;
  outcome: string;
  inScope: string;
  outOfScope: string;
  measures: DemoMeasure[];
  lead: string;
  deputies?: string[];
  sponsor?: string;
  platforms: string[];
  mode: InteractionMode;
  components: string[];
  checkIds?: string[];
  channel: string;
  meets?: {
    title: string;
    weekday: number;
    startsAt: string;
    everyWeeks: number;
  };
  proposed: number;
  started?: number;
  review?: number;
  ends?: number;
  skills: [skillId: string, level: SkillLevel, count: number, title?: string][];
  members: DemoMember[];
  /** What it is looking for. */
  roles?: {
    title: string;
    skillId: string;
    level: SkillLevel;
    seats: number;
    allocationPct?: number;
    platform?: string;
  }[];
  /** How far it came. */
  status: 'proposed' | 'forming' | 'active' | 'closing' | 'archived';
  /** Days ago on which it was archived. */
  ended?: number;
  outcomeRecord?: {
    summary: string;
    stillOpen: string;
    handoverOwner: string;
    artefacts: [title: string, url: string][];
    story: string;
  };
  /** Entities whose findings members may read, by their owners' word. */
  grants?: string[];
}
