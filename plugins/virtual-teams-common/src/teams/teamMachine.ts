import {
  PersonTransition,
  TransitionDecision,
  decideTransition,
  openActions,
} from '@synchrony/backstage-plugin-scorecards-common';

/** @public */
export const TEAM_STATUSES = [
  'proposed',
  'forming',
  'active',
  'paused',
  'closing',
  'archived',
  'closed',
] as const;

/**
 * Where a virtual team stands. `archived` delivered and handed over; `closed`
 * never came to work.
 *
 * @public
 */
export type TeamStatus = (typeof TEAM_STATUSES)[number];

/** Statuses that a team leaves again. @public */
export const LIVE_TEAM_STATUSES: readonly TeamStatus[] = [
  'proposed',
  'forming',
  'active',
  'paused',
  'closing',
];

/** Statuses in which a team takes new members. @public */
export const JOINABLE_TEAM_STATUSES: readonly TeamStatus[] = [
  'proposed',
  'forming',
  'active',
];

/** Statuses in which members have the rights that the team was granted. @public */
export const WORKING_TEAM_STATUSES: readonly TeamStatus[] = [
  'active',
  'closing',
];

/** @public */
export const TEAM_ACTIONS = [
  'approve',
  'reject',
  'start',
  'abandon',
  'pause',
  'resume',
  'beginClose',
  'cancelClose',
  'archive',
] as const;

/** What people do with a team. @public */
export type TeamAction = (typeof TEAM_ACTIONS)[number];

/** What has to hold so that a person may take a transition. @public */
export type TeamGuard =
  /** The reader is the sponsor who is named, or manages virtual teams. */
  | 'isSponsor'
  /** The reader leads the team, is a deputy, or manages virtual teams. */
  | 'isLead'
  /** The reader leads or sponsors the team, or proposed it. */
  | 'isLeadSponsorOrProposer'
  /** An outcome is written down, with a measure of it where the kind asks. */
  | 'hasCharter'
  /** Somebody leads, who is known to the catalog. */
  | 'hasLead'
  /** Somebody of the catalog sponsors, where the kind asks for one. */
  | 'hasSponsor'
  /** Two platforms and more, where the kind asks for them. */
  | 'spansPlatforms'
  /** A skill that is asked for is covered, where any is asked for. */
  | 'coversASkill'
  /** The outcome is written down, with a value of every measure. */
  | 'hasOutcome'
  /** A Group of the catalog, no virtual team, owns what was made. */
  | 'hasHandoverOwner'
  /** No open role, invitation, request or dependency is left. */
  | 'hasNoOpenWork';

/**
 * All that people can do with a team. The guards that a kind of team does not
 * ask for hold for it.
 *
 * @public
 */
export const TEAM_TRANSITIONS: readonly PersonTransition<
  TeamStatus,
  TeamAction,
  TeamGuard
>[] = [
  {
    action: 'approve',
    from: ['proposed'],
    to: 'forming',
    // From here on everybody sees who leads it.
    guards: ['isSponsor', 'hasLead'],
  },
  { action: 'reject', from: ['proposed'], to: 'closed', guards: ['isSponsor'] },
  {
    action: 'start',
    from: ['forming'],
    to: 'active',
    guards: [
      'isLead',
      'hasCharter',
      'hasLead',
      'hasSponsor',
      'spansPlatforms',
      'coversASkill',
    ],
  },
  {
    action: 'abandon',
    from: ['proposed', 'forming'],
    to: 'closed',
    guards: ['isLeadSponsorOrProposer'],
  },
  { action: 'pause', from: ['active'], to: 'paused', guards: ['isLead'] },
  { action: 'resume', from: ['paused'], to: 'active', guards: ['isLead'] },
  {
    action: 'beginClose',
    from: ['active', 'paused'],
    to: 'closing',
    guards: ['isLead'],
  },
  {
    action: 'cancelClose',
    from: ['closing'],
    to: 'active',
    guards: ['isLead'],
  },
  {
    action: 'archive',
    from: ['closing'],
    to: 'archived',
    guards: ['isLead', 'hasOutcome', 'hasHandoverOwner', 'hasNoOpenWork'],
  },
];

/** What a person has to say with an action; `?` where it may be left out. @public */
export const TEAM_ACTION_INPUTS: Record<
  TeamAction,
  readonly ('note' | 'note?')[]
> = {
  approve: ['note?'],
  reject: ['note'],
  start: ['note?'],
  abandon: ['note'],
  pause: ['note'],
  resume: ['note?'],
  beginClose: ['note?'],
  cancelClose: ['note'],
  archive: ['note?'],
};

/** A step of a team that nobody takes. @public */
export interface TeamTimeTransition {
  name: 'flag' | 'undeclare';
  from: readonly TeamStatus[];
  to: TeamStatus | 'same';
  /** When it is taken. */
  when: string;
}

/** What time and the catalog do to a team, with nobody signed in. @public */
export const TEAM_TIME_TRANSITIONS: readonly TeamTimeTransition[] = [
  {
    name: 'flag',
    from: ['forming', 'active', 'paused'],
    to: 'same',
    when: 'its review is overdue by the days of the settings: it counts as stale until it is reviewed',
  },
  {
    name: 'undeclare',
    from: ['proposed', 'forming', 'active', 'paused', 'closing'],
    to: 'closed',
    when: 'it was declared in the catalog, and is not any more',
  },
];

/** What an action does to a team, by the table, or why nothing. @public */
export function decideTeamAction(
  status: TeamStatus,
  action: TeamAction,
  holds: Record<TeamGuard, boolean>,
): TransitionDecision<TeamStatus, TeamGuard> {
  return decideTransition(TEAM_TRANSITIONS, status, action, holds);
}

/** The actions that are open to somebody now, for buttons. @public */
export function openTeamActions(
  status: TeamStatus,
  holds: Record<TeamGuard, boolean>,
): TeamAction[] {
  return openActions(TEAM_TRANSITIONS, status, holds);
}
