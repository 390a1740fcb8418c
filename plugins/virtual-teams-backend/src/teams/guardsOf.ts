import {
  TEAM_KIND_RULES,
  TEAM_TRANSITIONS,
  TeamAction,
  TeamGuard,
  TeamObstacle,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { StoredTeam } from './types';

/** How a reader stands to a team. */
export interface Standing {
  isLead: boolean;
  isSponsor: boolean;
  isProposer: boolean;
}

/** What is known of a team besides what is written about it. */
export interface TeamFacts {
  /** The lead is in the catalog and has said yes. */
  hasActiveLead: boolean;
  /** The sponsor is in the catalog. */
  isSponsorKnown: boolean;
  /** Any skill that is asked for is covered. */
  coversASkill: boolean;
  /** The handover owner is a Group of the catalog and no virtual team. */
  isHandoverOwnerKnown: boolean;
  /** What is left to do, in words. */
  openWork: string[];
}

/** Guards about who asks; the others are about the team. */
const WHO: readonly TeamGuard[] = [
  'isSponsor',
  'isLead',
  'isLeadSponsorOrProposer',
];

/** Which guards of the table hold for a reader now. */
export function guardsOf(
  team: StoredTeam,
  { isLead, isProposer, isSponsor }: Standing,
  facts: TeamFacts,
): Record<TeamGuard, boolean> {
  const rules = TEAM_KIND_RULES[team.kind];
  const { measures, outcomeRecord } = team;
  return {
    isLead,
    isSponsor,
    isLeadSponsorOrProposer: isLead || isSponsor || isProposer,
    hasCharter:
      team.outcome !== '' && (!rules.asksForMeasures || measures.length > 0),
    hasLead: facts.hasActiveLead,
    hasSponsor:
      !rules.asksForSponsor ||
      (team.sponsorId !== undefined && facts.isSponsorKnown),
    spansPlatforms: team.platformRefs.length >= rules.minimumPlatforms,
    coversASkill: team.requiredExpertise.length === 0 || facts.coversASkill,
    hasOutcome:
      !rules.asksForOutcome ||
      (outcomeRecord !== undefined &&
        measures.every(({ current }) => current !== undefined)),
    hasHandoverOwner:
      !rules.asksForHandover ||
      (outcomeRecord !== undefined && facts.isHandoverOwnerKnown),
    hasNoOpenWork: facts.openWork.length === 0,
  };
}

/** What a guard asks for, in words. */
export function wordsOf(
  guard: TeamGuard,
  team: StoredTeam,
  facts: TeamFacts,
): string {
  const { minimumPlatforms } = TEAM_KIND_RULES[team.kind];
  const words: Record<TeamGuard, string> = {
    isSponsor: 'Only the sponsor can do that',
    isLead: 'Only the lead or a deputy can do that',
    isLeadSponsorOrProposer:
      'Only the lead, the sponsor or who proposed the team can do that',
    hasCharter: 'The charter needs an outcome and at least one measure of it',
    hasLead: 'The lead has not accepted yet, or is gone from the catalog',
    hasSponsor: 'A sponsor is missing, or is gone from the catalog',
    spansPlatforms: `It has to span ${minimumPlatforms} platforms or more`,
    coversASkill:
      'Nobody in the team covers any of the skills that it asks for',
    hasOutcome:
      'The outcome has to be written down, with a closing value of every measure',
    hasHandoverOwner:
      'A group has to take over what was made, and no virtual team can',
    hasNoOpenWork: `There is open work: ${facts.openWork.join('; ')}`,
  };
  return words[guard];
}

/** What is missing for steps that the reader would be allowed to take. */
export function obstaclesOf(
  team: StoredTeam,
  holds: Record<TeamGuard, boolean>,
  facts: TeamFacts,
): TeamObstacle[] {
  return TEAM_TRANSITIONS.filter(
    ({ from, guards }) =>
      from.includes(team.status) &&
      guards.every(guard => !WHO.includes(guard) || holds[guard]),
  ).flatMap(({ action, guards }): TeamObstacle[] =>
    guards
      .filter(guard => !holds[guard])
      .map(guard => ({ action, guard, message: wordsOf(guard, team, facts) })),
  );
}

/** Whether a guard is about who asks. */
export function isAboutWho(guard: TeamGuard): boolean {
  return WHO.includes(guard);
}

/** What a team becomes by an action. */
export function applyTeamAction(
  team: StoredTeam,
  action: TeamAction,
  to: StoredTeam['status'],
  at: number,
): StoredTeam {
  const hasEnded = to === 'archived' || to === 'closed';
  return {
    ...team,
    status: to,
    lastActiveAt: at,
    ...(action === 'start' && { startedAt: at }),
    ...(hasEnded && { endedAt: at, staleSince: undefined }),
  };
}
