import {
  RequiredExpertise,
  SKILL_LEVELS,
  Skill,
  SkillCoverage,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { skillName, standingSkill } from '../skills/standingSkill';

/** A member with the skills that count for the team. */
export interface SkilledMember {
  personId: number;
  /** For which the lead counts on the person. */
  namedSkillIds: readonly string[];
  /** What the person shares, by the index of the level in SKILL_LEVELS. */
  shared: readonly { skillId: string; level: number }[];
}

/**
 * How well the skills that a team asks for are covered: by members who share
 * them at the level, or for whom the lead named them.
 */
export function coverSkills(
  required: readonly RequiredExpertise[],
  members: readonly SkilledMember[],
  skills: readonly Skill[],
): SkillCoverage[] {
  const same = (one: string, other: string) =>
    one === other ||
    (standingSkill(skills, one)?.id ?? one) ===
      (standingSkill(skills, other)?.id ?? other);
  return required.map(seat => {
    const level = SKILL_LEVELS.indexOf(seat.level);
    return {
      ...seat,
      skillName: skillName(skills, seat.skillId),
      covered: members.filter(
        ({ namedSkillIds, shared }) =>
          namedSkillIds.some(id => same(id, seat.skillId)) ||
          shared.some(
            each => each.level >= level && same(each.skillId, seat.skillId),
          ),
      ).length,
    };
  });
}

/** Seats that are covered of all that are asked for. */
export function seatsOf(coverage: readonly SkillCoverage[]): {
  seatsCovered: number;
  seatsAsked: number;
} {
  return {
    seatsCovered: coverage.reduce(
      (sum, { count, covered }) => sum + Math.min(count, covered),
      0,
    ),
    seatsAsked: coverage.reduce((sum, { count }) => sum + count, 0),
  };
}
