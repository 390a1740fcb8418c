import { ScopeCoverage } from '@synchrony/backstage-plugin-champions-common';

/** What a team is shown as. */
export const TEAM_LOOKS = [
  'covered',
  'covered_thin',
  'at_risk',
  'pending',
  'uncovered',
  'not_asked',
] as const;

export type TeamLook = (typeof TEAM_LOOKS)[number];

export const LOOK_WORDS: Record<TeamLook, string> = {
  covered: 'Covered',
  covered_thin: 'Thin',
  at_risk: 'At risk',
  pending: 'Pending',
  uncovered: 'No champion',
  not_asked: 'Not asked for',
};

export const LOOK_NOTES: Record<TeamLook, string> = {
  covered: 'champion and deputy',
  covered_thin: 'no deputy, or one person for too many teams',
  at_risk: 'leaving, lapsed or a deputy only',
  pending: 'somebody is asked or starts',
  uncovered: 'nobody yet',
  not_asked: 'nothing in production',
};

/** Whether the figures of the programme count it. */
export function isCounted(team: ScopeCoverage): boolean {
  return team.mustBeCovered;
}

/** Uncovered is told apart by whether somebody is on the way, and is needed. */
export function lookOf(team: ScopeCoverage): TeamLook {
  if (team.state !== 'uncovered') {
    return team.state;
  }
  if (team.isPending) {
    return 'pending';
  }
  return team.mustBeCovered ? 'uncovered' : 'not_asked';
}
